package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that is offered, and what becomes of the word about it. */
class DeskOffersTest extends DeskBench {
    private static final String OFFER = "213";
    private static final String CUSTOMER = "77";
    private static final Set<Verb> OPEN = Set.of(Verb.ACCEPT, Verb.REJECT, Verb.CLOSE, Verb.SKIP);

    @BeforeEach
    void offered() throws InterruptedException {
        ready();
        tells(offer("ALERTING", OPEN));
        untilEvent(event -> body(event).contains("ALERTING"));
    }

    @Test
    void acceptShouldBeDoneWhenTheOfferSaysSo() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        tells(offer("ACCEPTED", Set.of()));

        StoredEvent accepted = untilEvent(event -> body(event).contains("ACCEPTED"));
        assertThat(accepted.gateway()).contains(accept.id(), "\"lifeCycle\":\"PREVIEW\"");
        assertThat(settled(accept).status()).isEqualTo(Status.DONE);
        tells(over(OFFER));
        assertThat(untilEvent(event -> body(event).contains("ENDED")).gateway()).contains("\"reason\":\"NONE\"");
    }

    @Test
    void acceptShouldBeDoneByTheCustomersCallWhereTheOfferIsClearedFirst() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        tells(over(OFFER));
        untilEvent(event -> body(event).contains("ENDED"));
        assertThat(stored(accept).status()).isEqualTo(Status.ACCEPTED);
        tells(customer(LifeCycle.DIALING, ""));

        StoredEvent dialling = untilEvent(event -> body(event).contains("DIALING"));
        assertThat(dialling.gateway()).contains(accept.id(), "\"parentCallId\":\"" + OFFER + "\"");
        assertThat(settled(accept).status()).isEqualTo(Status.DONE);
    }

    @Test
    void answerToAnOfferShouldAcceptIt() throws InterruptedException {
        CommandRecord answer = take(Verb.ANSWER, Map.of(CommandRecord.OFFER, true), Optional.of(OFFER));
        next(platform.asked, "accept");
        tells(offer("ACCEPTED", Set.of()));

        assertThat(settled(answer).status()).isEqualTo(Status.DONE);
        assertThat(platform.asked).doesNotContain("answer");
    }

    @Test
    void withdrawnOfferShouldFailTheAcceptSoonAndClearly() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        tells(over(OFFER));
        StoredEvent ended = untilEvent(event -> body(event).contains("ENDED"));
        assertThat(ended.gateway()).contains("\"reason\":\"NOT_CONNECTED\"");
        overdue(accept, Duration.ofSeconds(5));

        assertThat(stored(accept).problem().orElseThrow().message())
                .isEqualTo("NOT_EFFECTIVE: the offer ended and no call followed");
    }

    @Test
    void refusalOfTheAcceptShouldBeToldAsWhatItIs() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        tells(over(OFFER));
        platform.tells(listener -> listener.failed(
                accept.id(),
                new VendorException(
                        Code.CALL_NOT_FOUND, "CF_INVALID_CSTA_CALL_ID", Map.of("code", "11"), Optional.empty())));

        assertThat(settled(accept).problem().orElseThrow().code()).isEqualTo(Code.CALL_NOT_FOUND);
        assertThat(stored(accept).problem().orElseThrow().platform()).containsEntry("code", "11");
    }

    @Test
    void callThatCameWhileTheLinkWasCutShouldBeThatOfTheAccept() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        platform.current(AgentState.TALKING, customer(LifeCycle.CONNECTED, OFFER));

        assertThat(untilEvent(event -> body(event).contains("CONNECTED")).gateway())
                .contains(accept.id(), "\"origin\":\"RESYNC\"", "\"parentCallId\":\"" + OFFER + "\"");
        assertThat(settled(accept).status()).isEqualTo(Status.DONE);
    }

    @Test
    void nobodyShouldClaimToKnowWhatBecameOfAnAcceptInAGap() throws InterruptedException {
        CommandRecord accept = take(Verb.ACCEPT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "accept");
        platform.current(AgentState.NOT_READY);
        untilEvent(event -> body(event).contains("ENDED"));
        overdue(accept, Duration.ofSeconds(30));

        assertThat(stored(accept).problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
    }

    @Test
    void rejectedOfferShouldEndByTheAgentsWord() throws InterruptedException {
        CommandRecord reject = take(Verb.REJECT, Map.of(), Optional.of(OFFER));
        next(platform.asked, "reject");
        tells(over(OFFER));

        StoredEvent ended = untilEvent(event -> body(event).contains("ENDED"));
        assertThat(ended.gateway()).contains(reject.id(), "\"reason\":\"CANCELLED_BY_AGENT\"");
        assertThat(settled(reject).status()).isEqualTo(Status.DONE);
    }

    private void tells(CallSnapshot call) {
        platform.tells(listener -> listener.call(call));
    }

    private static CallSnapshot offer(String state, Set<Verb> open) {
        return snapshot(OFFER, state, LifeCycle.PREVIEW, "", open);
    }

    private static CallSnapshot over(String id) {
        return snapshot(id, "DROPPED", LifeCycle.ENDED, "", Set.of());
    }

    private static CallSnapshot customer(LifeCycle cycle, String parent) {
        return snapshot(CUSTOMER, cycle.name(), cycle, parent, Set.of(Verb.DROP));
    }

    private static CallSnapshot snapshot(String id, String state, LifeCycle cycle, String parent, Set<Verb> open) {
        return new CallSnapshot(
                id,
                state,
                Optional.of(cycle),
                true,
                "8100",
                NUMBER,
                List.of(),
                "",
                parent,
                Set.of("7040"),
                open,
                Map.of(),
                "Renewals",
                Optional.empty(),
                "",
                state + cycle,
                Map.of("Fake", "{\"state\":\"" + state + " " + cycle + "\"}"),
                id + " " + NUMBER);
    }
}
