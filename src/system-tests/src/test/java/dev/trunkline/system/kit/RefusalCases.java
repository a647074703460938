package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered is what works: the rest is refused before the platform is asked. */
public interface RefusalCases extends Kit {
    Map<String, Map<String, String>> NEEDED = Map.of(
            "DirectTransfer", Map.of("toAddress", "3125550188"),
            "Consult", Map.of("toAddress", "3125550188"),
            "SendDTMF", Map.of("digits", "1"),
            "UpdateCallData", Map.of("key", "callVariable1", "value", "x"),
            "Reclassify", Map.of("value", "VOICE"),
            "DropParticipant", Map.of("participantAddress", "1002"),
            "Schedule", Map.of("callbackTime", "2031-05-01T10:00:00Z"));

    /** The data without which a verb is not understood. */
    private static Map<String, String> needed(String verb) {
        return NEEDED.getOrDefault(verb, verb.equals("MakeCall") ? Map.of("toAddress", "3125550142") : Map.of());
    }

    default Stream<String> verbsNotOffered() {
        return Verbs.all().filter(verb -> !platform().verbs().contains(verb));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("verbsNotOffered")
    @Covers(Covers.Group.REFUSED_VERBS)
    default void verbThatIsNotOfferedShouldBeRefusedByName(String verb) {
        Seat agent = agent();
        long before = control().asked();

        assertThat(agent.refusal(verb, needed(verb))).isEqualTo("501 NOT_SUPPORTED");
        try (Person.Line line = agent.person().listen("")) {
            line.say(agent.message(verb, needed(verb)));
            JsonNode error = line.frames().awaitSubtopic("ApiError");
            Contract.checkFrame(error);
            assertThat(error.at("/data/errorMessage").asText()).startsWith("NOT_SUPPORTED");
        }
        assertThat(control().asked()).isEqualTo(before);
    }

    default Stream<String> verbsOnACall() {
        Set<String> atAnyTime = Set.of("MakeCall", "WrapUp");
        return Verbs.OF_CALLS.stream().filter(platform().verbs()::contains).filter(verb -> !atAnyTime.contains(verb));
    }

    /** Tried while it rings, else in wrap-up, else when it is over: at one of these every verb is closed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("verbsOnACall")
    @Covers(Covers.Group.VERB_RULES)
    default void verbThatIsNotOpenNowShouldBeRefusedWithoutAskingThePlatform(String verb) {
        Call call = agent().dial(FarEnd.NO_ANSWER)
                .until("a ringing call", "Drop")
                .until(platform().ringing());
        String code = "409 INVALID_STATE";
        if (call.allowed().contains(verb)) {
            call.does("Drop");
            call.wrappedUp();
            code = "404 CALL_NOT_FOUND";
        }
        long before = control().asked();

        assertThat(call.refusal(verb, needed(verb))).isEqualTo(code);
        assertThat(control().asked()).isEqualTo(before);
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    default void platformsShouldListTheVerbsThatItOffers() {
        JsonNode platforms = agent().person().read("platforms");
        Contract.check(platforms, "rest-platforms");
        for (String channel : platform().channels()) {
            JsonNode entry = Stream.iterate(0, i -> i < platforms.size(), i -> i + 1)
                    .map(platforms::get)
                    .filter(one -> one.path("channel").asText().equals(channel))
                    .findFirst()
                    .orElseThrow();
            List<String> verbs = new ArrayList<>();
            entry.path("verbs").forEach(verb -> verbs.add(verb.asText()));
            assertThat(verbs).containsExactlyInAnyOrderElementsOf(platform().verbs());
            assertThat(entry.path("configured").asBoolean()).isTrue();
            assertThat(entry.path("link").asText()).isEqualTo("UP");
        }
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    default void buttonsShouldBeTheVerbsThatAreAllowed() {
        Call call = agent().dial(FarEnd.NO_ANSWER).until("a ringing call", "Drop");
        buttonsAreWhatIsAllowed(call);
        call.finish();
        call = call.seat().ready().talking();
        buttonsAreWhatIsAllowed(call);
        call.does("Hold");
        buttonsAreWhatIsAllowed(call);
        assertThat(call.allowed()).contains("Retrieve").doesNotContain("Hold");
        if (platform().wrapsUp()) {
            call.farEnd("hangup");
            call.until("WRAP_UP");
            buttonsAreWhatIsAllowed(call);
            assertThat(call.allowed()).contains("WrapUp").doesNotContain("Drop");
        }
    }

    /** What was told last and what is read become the same: a call that goes on changes between the two. */
    private static void buttonsAreWhatIsAllowed(Call call) {
        Await.until(
                () -> "buttons " + ButtonTable.verbs(call.last().path("gateway")) + " for " + call.allowed(),
                () -> ButtonTable.verbs(call.last().path("gateway")).equals(call.allowed()));
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    default void anotherAgentsCallShouldNotExist() {
        Call call = agent().talking();
        assertThat(colleague().refusal("Drop", Map.of("callId", call.callId()))).isEqualTo("404 CALL_NOT_FOUND");
        assertThat(colleague().refusal("Hold", Seat.NO_DATA)).isEqualTo("404 CALL_NOT_FOUND");
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    @Test
    @Covers(Covers.Group.VERB_RULES)
    default void anotherPhoneShouldBeForbidden() {
        Seat agent = agent();
        Call call = agent.talking();
        assertThat(call.refusal("Hold", Map.of("mediaAddress", "999"))).isEqualTo("403 FORBIDDEN");
        call.does("Hold", Map.of("mediaAddress", agent.phone()));
    }
}
