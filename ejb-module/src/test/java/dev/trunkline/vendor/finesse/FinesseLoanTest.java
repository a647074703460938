package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.finesse.wire.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FinesseLoanTest {
    private final FinesseLoan loan = new FinesseLoan();

    @Test
    void nothingShouldBeDueWhereNothingWasLent() {
        assertThat(loan.due(true)).isFalse();
        assertThat(loan.due(false)).isFalse();
        assertThat(loan.dueAfterFailure("")).isFalse();
        assertThat(loan.end()).isEmpty();
    }

    @Test
    void readyShouldBeDueOnceAfterTheCall() {
        assertThat(loan.take("dial")).isEqualTo("dial.notReady");
        assertThat(loan.due(false)).as("the call is still to come").isFalse();
        assertThat(loan.due(true)).isFalse();
        assertThat(loan.due(false)).isTrue();
        assertThat(loan.end()).contains("dial.ready");
        assertThat(loan.end()).isEmpty();
        assertThat(loan.due(false)).isFalse();
    }

    @Test
    void dialWithoutACallShouldBeOverAfterAWhile() {
        FinesseLoan settled = new FinesseLoan(Duration.ZERO);
        settled.take("dial");
        assertThat(settled.due(false)).isTrue();
    }

    @Test
    void refusalOfTheDialShouldMakeItDue() {
        loan.take("dial");
        assertThat(loan.dueAfterFailure("another")).isFalse();
        assertThat(loan.dueAfterFailure("dial")).isTrue();
    }

    @Test
    void requestsOfTheLoanShouldNotPassForCommands() {
        assertThat(FinesseLoan.isMark(loan.take("dial"))).isTrue();
        assertThat(FinesseLoan.isMark(loan.end().orElseThrow())).isTrue();
        assertThat(FinesseLoan.isMark("dial")).isFalse();
    }

    @Test
    void notReadyThatTheAgentAsksForDuringTheCallShouldWin() {
        loan.take("dial");
        loan.heard(user("NOT_READY", "", "-1"), false);
        loan.heard(user("TALKING", "", "-1"), false);
        loan.heard(user("NOT_READY", "", "50006"), false);
        assertThat(loan.stands()).as("a reason of Finesse's own").isTrue();
        loan.heard(user("TALKING", "NOT_READY", "-1"), false);
        assertThat(loan.stands()).isFalse();
    }

    @Test
    void otherReasonShouldWinOnCcxWhereTheAgentIsNotReadyAllTheTime() {
        loan.take("dial");
        loan.heard(user("NOT_READY", "", "7"), true);
        loan.heard(user("NOT_READY", "", "7"), true);
        assertThat(loan.stands()).isTrue();
        loan.heard(user("NOT_READY", "", "8"), true);
        assertThat(loan.stands()).isFalse();
    }

    @Test
    void agentWhoIsLoggedOutShouldNotBeSetReady() {
        loan.take("dial");
        loan.heard(user("LOGOUT", "", "255"), true);
        assertThat(loan.stands()).isFalse();
    }

    private static User user(String state, String pending, String reason) {
        return FinesseXml.user("<User><state>" + state + "</state><pendingState>" + pending
                + "</pendingState><reasonCodeId>" + reason + "</reasonCodeId></User>");
    }
}
