package dev.trunkline.vendor.webexcc;

import static dev.trunkline.vendor.webexcc.CallFixture.AGENT;
import static dev.trunkline.vendor.webexcc.CallFixture.CALL;
import static dev.trunkline.vendor.webexcc.CallFixture.CUSTOMER;
import static dev.trunkline.vendor.webexcc.CallFixture.OTHER;
import static dev.trunkline.vendor.webexcc.CallFixture.bare;
import static dev.trunkline.vendor.webexcc.CallFixture.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import dev.trunkline.vendor.webexcc.WebexccDials.Claim;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WebexccDialsTest {
    private static final Frame RESERVED = said("AgentContactReserved", 1).frame();

    private final AtomicLong clock = new AtomicLong();
    private final WebexccDials dials = new WebexccDials(Duration.ofSeconds(3), clock::get);

    private void passes(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void eventBeforeTheAnswerShouldWaitForIt() {
        dials.begin("m-1", CUSTOMER);
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.LATER);
        dials.answered("m-1", CALL);
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.MINE);
        assertThat(dials.take(CALL).orElseThrow().command()).isEqualTo("m-1");
        assertThat(dials.open()).isFalse();
    }

    @Test
    void contactThatTheAnswerDoesNotNameShouldBeAnothers() {
        dials.begin("m-1", CUSTOMER);
        dials.answered("m-1", "another");
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.NO);
        assertThat(dials.open()).isTrue();
    }

    /** An answer that is held back for very long must not hold back the call (sheet 3.2: for some seconds). */
    @Test
    void contactShouldNotWaitForEver() {
        dials.begin("m-1", CUSTOMER);
        passes(4);
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.MINE);
    }

    @Test
    void lostAnswerShouldBeFoundByNumberAndAgent() {
        dials.begin("m-1", CUSTOMER);
        dials.answered("m-1", "");
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.MINE);
        assertThat(dials.claim(RESERVED, OTHER)).isEqualTo(Claim.NO);
        Frame elsewhere = WebexccJson.frame(
                said("AgentContactReserved", 1).text().replace("\"dnis\":\"" + CUSTOMER, "\"dnis\":\"+12065559999"));
        assertThat(dials.claim(elsewhere, AGENT)).isEqualTo(Claim.NO);
    }

    @Test
    void refusedDialShouldClaimNothing() {
        dials.begin("m-1", CUSTOMER);
        dials.over("m-1");
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.NO);
    }

    @Test
    void secondDialShouldWaitForTheAnswerOfTheFirst() {
        dials.begin("m-1", CUSTOMER);
        assertThatExceptionOfType(VendorException.class).isThrownBy(() -> dials.begin("m-2", CUSTOMER));
        dials.answered("m-1", CALL);
        dials.begin("m-3", CUSTOMER);
        assertThat(dials.unheard().orElseThrow().command()).isEqualTo("m-3");
    }

    @Test
    void contactOfAMinuteLaterShouldBeSomethingElse() {
        dials.begin("m-1", CUSTOMER);
        dials.answered("m-1", CALL);
        passes(61);
        assertThat(dials.claim(RESERVED, AGENT)).isEqualTo(Claim.NO);
    }

    // ---- failures that do not say of what (sheet 4)

    @Test
    void failureShouldBeOfTheNewestOfItsKind() {
        WebexccAsked asked = new WebexccAsked(Duration.ofSeconds(20), clock::get);
        asked.begin(Kind.HOLD, "m-1", CALL);
        asked.begin(Kind.HOLD, "m-2", CALL);
        asked.begin(Kind.RETRIEVE, "m-3", CALL);
        assertThat(WebexccAsked.failureOf("AgentContactUnholdFailed")).contains(Kind.RETRIEVE);
        assertThat(asked.take(Kind.HOLD, "other")).isEmpty();
        assertThat(asked.take(Kind.HOLD, "").orElseThrow().command()).isEqualTo("m-2");
        asked.settled("m-1");
        assertThat(asked.take(Kind.HOLD, CALL)).isEmpty();
        assertThat(asked.waits("m-3")).isTrue();
        passes(21);
        asked.begin(Kind.HOLD, "m-4", CALL);
        assertThat(asked.waits("m-3")).isFalse();
    }

    // ---- a reading (sheet 5.5)

    @Test
    void readingShouldBeCompleteWithTheLastOfItsContacts() {
        WebexccReload reload = new WebexccReload();
        Frame contact = said("AgentContact", 4).connected().frame();
        Frame relogin = bare("AgentReloginSuccess", 3, "\"interactionIds\":[\"" + CALL + "\"]");
        assertThat(reload.take(relogin)).isEqualTo(WebexccReload.Part.NONE);
        reload.begin();
        assertThat(reload.take(relogin)).isEqualTo(WebexccReload.Part.MORE);
        assertThat(reload.take(said("AgentContactHeld", 4).frame())).isEqualTo(WebexccReload.Part.NONE);
        assertThat(reload.take(contact)).isEqualTo(WebexccReload.Part.LAST);
        WebexccReload.Read read = reload.taken();
        assertThat(read.loggedIn()).isTrue();
        assertThat(read.present()).containsExactly(CALL);
        reload.begin();
        assertThat(reload.take(contact)).isEqualTo(WebexccReload.Part.MORE);
        assertThat(reload.take(relogin)).isEqualTo(WebexccReload.Part.LAST);
    }

    @Test
    void failedReadingShouldBeThatHeIsNotLoggedIn() {
        WebexccReload reload = new WebexccReload();
        reload.begin();
        assertThat(reload.take(bare("AgentReloginFailed", 3, "\"reason\":\"AGENT_NOT_FOUND\",\"reasonCode\":1038")))
                .isEqualTo(WebexccReload.Part.LAST);
        assertThat(reload.taken().loggedIn()).isFalse();
    }

    /** Who does not say which contacts there are may still send them. */
    @Test
    void readingWithoutIdsShouldWaitForContacts() {
        WebexccReload reload = new WebexccReload();
        reload.begin();
        assertThat(reload.take(bare("AgentReloginSuccess", 3, ""))).isEqualTo(WebexccReload.Part.MORE);
        assertThat(reload.answered()).isTrue();
    }
}
