package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.CallFixture.legs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.genesys.wire.Conversation;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GenesysDialsTest {
    private final AtomicLong clock = new AtomicLong();
    private final GenesysDials dials = new GenesysDials("gwRequestId", clock::get);

    private GenesysCall call(Conversation conversation) {
        return new GenesysCall(CallFixture.AGENT, CallFixture.TEST_AGENT, conversation, dials.of(conversation.id()));
    }

    @Test
    void callThatIsToldBeforeTheAnswerShouldBeKeptUntilItIsKnownWhoseItIs() {
        assertThat(dials.holds(call(legs("a agent contacting me")))).isFalse();
        dials.begin("m-1", "6085559000");
        assertThat(dials.holds(call(legs("a agent contacting me")))).isTrue();
        dials.placed(CallFixture.CALL);
        GenesysCall known = call(legs("a agent contacting me"));
        assertThat(dials.holds(known)).isFalse();
        assertThat(known.placedBy()).isEqualTo("m-1");
        assertThat(known.numbers().to()).isEqualTo("6085559000");
    }

    @Test
    void markOfOursShouldTellAtOnce() {
        dials.begin("m-1", "6085559000");
        GenesysCall marked = call(legs("a agent connected me talked", "f customer dialing attribute=gwRequestId:m-1"));
        assertThat(dials.holds(marked)).isFalse();
        assertThat(marked.placedBy()).isEqualTo("m-1");
        GenesysCall before = call(legs("a agent contacting me"));
        assertThat(before.placedBy())
                .as("what was kept back of it until then is the dial's too")
                .isEqualTo("m-1");
    }

    @Test
    void numberShouldTellWhoseACallIsWhereTheAnswerIsLostAndNoMarkComesBack() {
        dials.begin("m-1", "6085559000");
        dials.doubted();
        assertThat(dials.holds(call(legs("a agent connected me talked", "f customer dialing dnis=tel:+16085559000"))))
                .isFalse();
        assertThat(call(legs("a agent contacting me")).placedBy()).isEqualTo("m-1");
    }

    @Test
    void callOfAnotherShouldNeverBeKept() {
        dials.begin("m-1", "6085559000");
        assertThat(dials.holds(call(legs("x user connected talked", "a user alerting me in"))))
                .isFalse();
    }

    @Test
    void lostAnswerShouldKeepOnlyWhatHasNoFarEndYet() {
        dials.begin("m-1", "6085559000");
        dials.doubted();
        assertThat(dials.holds(call(legs("a agent contacting me")))).isTrue();
        assertThat(dials.holds(call(legs("a agent connected me talked", "f customer dialing"))))
                .isFalse();
    }

    @Test
    void dialWhosePhoneWasNotAnsweredShouldBeFoundThoughItsAnswerWasLost() {
        dials.begin("m-1", "6085559000");
        dials.doubted();
        Conversation over = legs("a agent terminated me disconnectType=error");
        assertThat(dials.holds(call(over))).isFalse();
        assertThat(call(over).placedBy()).isEqualTo("m-1");
    }

    @Test
    void refusedDialShouldKeepNothing() {
        dials.begin("m-1", "6085559000");
        dials.refused();
        assertThat(dials.holds(call(legs("a agent contacting me")))).isFalse();
        assertThat(call(legs("a agent contacting me")).placedBy()).isEmpty();
    }

    @Test
    void doubtShouldNotLastForEver() {
        dials.begin("m-1", "6085559000");
        dials.doubted();
        clock.addAndGet(Duration.ofSeconds(41).toNanos());
        assertThat(dials.holds(call(legs("a agent contacting me")))).isFalse();
    }

    @Test
    void conversationOfADialShouldBeAwaitedForATime() {
        dials.begin("m-1", "6085559000");
        assertThat(dials.latest()).isEmpty();
        dials.placed(CallFixture.CALL);
        assertThat(dials.latest()).contains(CallFixture.CALL);
        clock.addAndGet(Duration.ofSeconds(41).toNanos());
        assertThat(dials.latest()).isEmpty();
    }
}
