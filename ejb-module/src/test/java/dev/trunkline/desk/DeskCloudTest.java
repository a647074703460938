package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.desk.SignIn.CredentialSource;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a platform may do that has no calls but conversations, no sign-in but presence, and no password but tokens. */
class DeskCloudTest extends DeskBench {
    private static final String ID = "77";

    /** One conversation, with or without somebody who is consulted. */
    private static CallSnapshot conversation(LifeCycle cycle, String causedBy, Verb... open) {
        CallSnapshot plain = FakePlatform.call(ID, cycle, causedBy, NUMBER);
        Set<Verb> allowed = EnumSet.of(Verb.DROP, open);
        return new CallSnapshot(
                ID,
                plain.platformState(),
                plain.lifeCycle(),
                true,
                plain.fromAddress(),
                plain.toAddress(),
                plain.dialled(),
                causedBy,
                "",
                plain.parties(),
                allowed,
                Map.of(),
                "",
                Optional.empty(),
                "",
                cycle + " " + allowed + causedBy,
                plain.forms(),
                plain.raw());
    }

    private void told(LifeCycle cycle, String causedBy, Verb... open) {
        platform.tells(listener -> listener.call(conversation(cycle, causedBy, open)));
    }

    private void talking() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        told(LifeCycle.CONNECTED, dial.id(), Verb.CONSULT);
        assertThat(settled(dial).status()).isEqualTo(Status.DONE);
    }

    private CommandRecord asked(Verb verb, String name, Map<String, Object> data) throws InterruptedException {
        CommandRecord command = take(verb, data, Optional.of(ID));
        next(platform.asked, name);
        return command;
    }

    @Test
    void consultShouldBeDoneWhenTheCallItWasAskedOnShowsIt() throws InterruptedException {
        talking();
        CommandRecord consult = asked(Verb.CONSULT, "consult", Map.of("toAddress", "7041"));
        told(LifeCycle.HELD, consult.id());
        untilEvent(event -> body(event).contains("HELD"));
        assertThat(stored(consult).status()).isEqualTo(Status.ACCEPTED);
        told(LifeCycle.CONSULTING, consult.id(), Verb.DROP_CONSULT);

        assertThat(settled(consult).status()).isEqualTo(Status.DONE);
        StoredEvent shown = untilEvent(event -> body(event).contains("CONSULTING"));
        assertThat(shown.gateway()).contains(consult.id()).doesNotContain("parentCallId");
        assertThat(desk.calls()).hasSize(1);
    }

    @Test
    void droppedConsultShouldBeDoneWhenItIsNoLongerOpen() throws InterruptedException {
        talking();
        told(LifeCycle.CONSULTING, "", Verb.DROP_CONSULT);
        CommandRecord back = asked(Verb.DROP_CONSULT, "dropConsult", Map.of());
        told(LifeCycle.CONSULTING, "", Verb.DROP_CONSULT, Verb.TRANSFER);
        untilEvent(event -> event.gateway().contains("TransferCall"));
        assertThat(stored(back).status()).isEqualTo(Status.ACCEPTED);
        told(LifeCycle.CONNECTED, "", Verb.CONSULT);

        assertThat(settled(back).status()).isEqualTo(Status.DONE);
    }

    @Test
    void credentialThatThePlatformGaveInsteadShouldBeKept() throws InterruptedException {
        ready();
        assertThat(signIns.all()).extracting(SignInStore.Stored::from).containsExactly(CredentialSource.GIVEN);
        platform.tells(listener -> listener.renewed(new Credential("the-next-one")));
        platform.tells(listener -> listener.agent(FakePlatform.agent(AgentState.NOT_READY)));
        untilEvent(event -> body(event).contains("NOT_READY"));

        assertThat(signIns.all()).extracting(SignInStore.Stored::from).containsExactly(CredentialSource.RENEWED);
        assertThat(desk.signIn().orElseThrow().session().credential().reveal()).isEqualTo("the-next-one");
    }

    @Test
    void agentWhoIsThereWithoutAPhoneShouldBeGivenOneByLogin() throws InterruptedException {
        CommandRecord login = login();
        platform.link = StreamState.UP;
        platform.tells(listener -> listener.current(withPhone(""), List.of()));
        next(platform.asked, "login");
        assertThat(stored(login).status()).isEqualTo(Status.ACCEPTED);
        platform.tells(listener -> listener.agent(withPhone("7040")));

        assertThat(settled(login).status()).isEqualTo(Status.DONE);
    }

    private static AgentSnapshot withPhone(String extension) {
        return new AgentSnapshot(
                AgentState.READY, AgentState.READY.word(), "", "Dana Field", "7", "dana", extension, "", "");
    }
}
