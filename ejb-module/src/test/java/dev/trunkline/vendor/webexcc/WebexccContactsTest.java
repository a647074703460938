package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.CALL;
import static dev.trunkline.vendor.webexcc.CallFixture.CUSTOMER;
import static dev.trunkline.vendor.webexcc.CallFixture.ME;
import static dev.trunkline.vendor.webexcc.CallFixture.OUTCOMES;
import static dev.trunkline.vendor.webexcc.CallFixture.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.webexcc.WebexccEventMapper.Busy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebexccContactsTest {
    private final WebexccSeat seat = new WebexccSeat();
    private final WebexccContacts contacts = new WebexccContacts(seat, OUTCOMES);

    @BeforeEach
    void knowWhoHeIs() {
        contacts.of(ME);
    }

    @Test
    void contactOfADialShouldComeOfItsCommand() {
        seat.dials().begin("m-1", CUSTOMER);
        assertThat(contacts.pushed(said("AgentContactReserved", 1).frame())).isEmpty();
        assertThat(contacts.pushed(said("AgentOfferContact", 2).frame())).isEmpty();
        assertThat(contacts.waits(CALL)).isTrue();
        seat.dials().answered("m-1", CALL);
        List<WebexccCall> steps = contacts.release();
        assertThat(steps).extracting(WebexccCall::word).containsExactly("eAgentContactReserved", "eAgentOfferContact");
        assertThat(steps).allMatch(call -> call.standing().command().equals("m-1"));
        assertThat(contacts.busy()).isEqualTo(Busy.OFFERED);
    }

    @Test
    void anothersContactShouldBeReleasedAsAnothers() {
        seat.dials().begin("m-1", CUSTOMER);
        contacts.pushed(said("AgentContactReserved", 1).frame());
        seat.dials().answered("m-1", "another");
        assertThat(contacts.release())
                .allMatch(call -> call.standing().command().isEmpty())
                .hasSize(1);
    }

    @Test
    void sameEventShouldCountOnce() {
        assertThat(contacts.repeated(said("AgentOfferContact", 2).frame())).isFalse();
        assertThat(contacts.repeated(said("AgentOfferContact", 2).frame())).isTrue();
        assertThat(contacts.repeated(said("AgentOfferContact", 3).frame())).isFalse();
    }

    /** A wrap-up that nobody knew of keeps the channel busy (sheet 10). */
    @Test
    void openWrapUpOfBeforeShouldBeSurfaced() {
        List<WebexccCall> steps =
                contacts.read(said("AgentContact", 9).state("wrapUp").wrapUp().frame());
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).word()).isEqualTo("acw");
        assertThat(contacts.busy()).isEqualTo(Busy.WRAP_UP);
    }

    @Test
    void endOfACallThatWasNeverSeenShouldSayNothing() {
        assertThat(contacts.pushed(said("ContactEnded", 9).frame())).isEmpty();
        assertThat(contacts.open()).isEmpty();
    }

    /** Events and readings have no order: what was pushed meanwhile is there. */
    @Test
    void callShouldBeMissingTwiceWhileNothingWasLost() {
        contacts.pushed(said("AgentOfferContact", 2).frame());
        contacts.readingBegins();
        assertThat(contacts.missing(Set.of(), false)).isEmpty();
        assertThat(contacts.doubts()).isTrue();
        contacts.readingBegins();
        assertThat(contacts.missing(Set.of(), false)).hasSize(1);
    }

    @Test
    void callThatWasPushedDuringTheReadingShouldNotBeMissing() {
        contacts.readingBegins();
        contacts.pushed(said("AgentOfferContact", 2).frame());
        assertThat(contacts.missing(Set.of(), true)).isEmpty();
        contacts.readingBegins();
        assertThat(contacts.missing(Set.of(), true)).hasSize(1);
    }

    @Test
    void callThatWasEndingShouldBeOverAtOnce() {
        contacts.pushed(said("AgentOfferContact", 2).frame());
        contacts.pushed(said("ContactEnded", 3).frame());
        contacts.readingBegins();
        assertThat(contacts.missing(Set.of(), false)).hasSize(1).allMatch(call -> call.at(WebexccStage.OVER));
    }

    /** Whom it is transferred back to (sheet 4). */
    @Test
    void callThatComesBackShouldBeginAnew() {
        contacts.pushed(said("AgentOfferContact", 2).frame());
        contacts.pushed(said("AgentWrappedUp", 3).frame());
        assertThat(contacts.pushed(said("AgentOfferContact", 1).frame())).isEmpty();
        assertThat(contacts.pushed(said("AgentOfferContact", 9).frame())).hasSize(1);
        assertThat(contacts.open()).hasSize(1);
    }

    @Test
    void readingShouldNotTakeBackWhatWasPushed() {
        contacts.pushed(said("AgentContactAssigned", 5).connected().frame());
        contacts.pushed(said("AgentContactHeld", 9).connected().held().frame());
        contacts.read(said("AgentContact", 7).connected().frame());
        assertThat(contacts.find(CALL).orElseThrow().standing().held()).isTrue();
    }
}
