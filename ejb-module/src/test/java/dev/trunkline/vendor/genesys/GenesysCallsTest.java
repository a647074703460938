package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.CallFixture.legs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Reason;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Leg;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenesysCallsTest {
    private final GenesysSeat seat = new GenesysSeat("gwRequestId");
    private final GenesysCalls calls = new GenesysCalls(CallFixture.AGENT, seat);

    @BeforeEach
    void sit() {
        User user = new User(
                CallFixture.TEST_AGENT.id(),
                "Test Agent",
                "t@example.com",
                new Presence("", "Available", ""),
                new Routing("", ""),
                new Station("s-1", "1001"));
        seat.saw(GenesysAgent.of(user, List.of()));
    }

    private static Leg leg(GenesysCall call, String id) {
        return call.conversation().legs().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void legShouldNeverGoBack() {
        calls.pushed(legs("a agent terminated me talked", "f customer terminated talked"));
        GenesysCall late = calls.pushed(legs("a agent connected me held=true talked", "f customer connected talked"));
        assertThat(leg(late, "a").call().state()).isEqualTo("terminated");
        assertThat(leg(late, "a").call().held()).isFalse();
    }

    @Test
    void legThatAnOlderTellingDoesNotHaveShouldNotBeLost() {
        calls.pushed(legs("a agent connected me talked", "f customer dialing"));
        GenesysCall older = calls.pushed(legs("a agent contacting me"));
        assertThat(older.far()).isPresent();
        assertThat(leg(older, "a").call().state()).isEqualTo("connected");
    }

    @Test
    void firstReasonOfAnEndShouldStay() {
        calls.pushed(legs("a agent terminated me talked disconnectType=transfer"));
        GenesysCall flipped = calls.pushed(legs("a agent terminated me talked disconnectType=peer"));
        assertThat(leg(flipped, "a").call().disconnectType()).isEqualTo("transfer");
    }

    @Test
    void unknownStateShouldLeaveTheLegAsItWas() {
        calls.pushed(legs("a agent connected me talked"));
        GenesysCall odd = calls.pushed(legs("a agent hovering me"));
        assertThat(leg(odd, "a").call().state()).isEqualTo("connected");
    }

    @Test
    void ringingShouldNotTurnIntoDialingAgain() {
        calls.pushed(legs("a agent connected me talked", "f customer alerting"));
        GenesysCall dialing = calls.pushed(legs("a agent connected me talked", "f customer dialing"));
        assertThat(leg(dialing, "f").call().state()).isEqualTo("alerting");
    }

    @Test
    void flagsOfAReadingShouldNotOverruleAPushThatCameMeanwhile() {
        calls.pushed(legs("a agent connected me talked", "f customer connected talked"));
        calls.readingBegins();
        calls.pushed(legs("a agent connected me talked held=true", "f customer connected talked"));
        GenesysCall read = calls.read(legs("a agent connected me talked", "f customer connected talked"));
        assertThat(leg(read, "a").call().held()).isTrue();
        calls.readingBegins();
        GenesysCall later = calls.read(legs("a agent connected me talked", "f customer connected talked"));
        assertThat(leg(later, "a").call().held()).isFalse();
    }

    @Test
    void nestedShapeShouldAddCausesAndChangeNothingElse() {
        calls.pushed(CallFixture.dialing());
        calls.pushed(ended(CallFixture.dialing()));
        GenesysCall call = calls.find(CallFixture.CALL).orElseThrow();
        assertThat(call.wantsReasons()).isTrue();
        GenesysCall complete =
                calls.completed(GenesysJson.conversation(CallFixture.text("example-conversation-busy.json")));
        assertThat(complete.wantsReasons()).isFalse();
        assertThat(GenesysOutcome.of(complete)).contains(Reason.BUSY);
        assertThat(complete.numbers().to()).isEqualTo("+16085559000");
    }

    private static Conversation ended(Conversation dialing) {
        String text = GenesysLegs.write(dialing).replace("\"state\":\"dialing\"", "\"state\":\"terminated\"");
        return GenesysJson.conversation(text);
    }

    @Test
    void timeShouldBeGivenOnlyWhenItGoesOn() {
        GenesysCall first = calls.pushed(legs("a agent contacting me startTime=2026-03-04T10:11:12.500Z"));
        assertThat(calls.time(first)).isEqualTo("2026-03-04T10:11:12.500Z");
        assertThat(calls.time(first)).isEmpty();
        GenesysCall next = calls.pushed(legs("a agent connected me connectedTime=2026-03-04T10:11:13.900Z"));
        assertThat(calls.time(next)).isEqualTo("2026-03-04T10:11:13.900Z");
    }

    @Test
    void callsShouldBeWatchedUntilTheirWrapUpIsOver() {
        calls.pushed(legs("a agent connected me talked work", "f customer connected talked"));
        assertThat(calls.busy()).isTrue();
        calls.pushed(legs("a agent terminated me talked work", "f customer terminated talked"));
        assertThat(calls.busy()).isTrue();
        assertThat(calls.wrapUpDue()).isTrue();
        calls.pushed(legs("a agent terminated me talked work wrapup=x", "f customer terminated talked"));
        assertThat(calls.busy()).isFalse();
    }
}
