package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of campaigns on the simulated platform, in all modes. */
class FinesseOffersTest {
    private static final String NUMBER = "3125550142";

    private static FinesseSite site;
    private static FinesseService service;

    @BeforeAll
    static void open() {
        site = FinesseSite.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "directpreview", "callback"})
    void acceptedRecordShouldBecomeTheCustomersCall(String mode) {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, mode);
        assertThat(offer.toAddress()).isEqualTo(NUMBER);
        service.accept(desk.agent(), order(offer.id(), Map.of()));
        CallSnapshot call = talking(desk);

        assertThat(call.parentCallId()).isEqualTo(offer.id());
        assertThat(call.forms().get("Finesse")).contains("\"OutBoundType\":\"" + mode + "\"");
        assertThat(call.allowed()).contains(Verb.SCHEDULE, Verb.HOLD, Verb.DROP);
        desk.told()
                .untilCall(one ->
                        one.id().equals(offer.id()) && one.platformState().equals("ACCEPTED"));
        desk.told().untilNow(offer.id(), one -> one.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        desk.told().calls.forEach(told -> ContractSchema.assertFormsValid(told.forms()));
    }

    /** What no source confirms, played the other way. */
    @ParameterizedTest
    @CsvSource({
        "linksDialogs, false",
        "reservationEnd, atAccept",
        "reservationEnd, withCustomerCall",
        "reservationState, active",
        "customerCall, atAnswer",
        "listsReservations, true",
        "dialerPrefix, 9"
    })
    void customersCallShouldPointToItsOfferHoweverFinesseTellsIt(String rule, String value) {
        try (FinesseSite other = FinesseSite.open(rule, value)) {
            FinesseService there = other.service(Map.of());
            Desk desk = ready(other, there);
            CallSnapshot offer = offered(other, desk, "preview");
            assertThat(offer.lifeCycle()).contains(LifeCycle.PREVIEW);
            there.accept(desk.agent(), order(offer.id(), Map.of()));

            assertThat(talking(desk).parentCallId()).isEqualTo(offer.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "predictive"})
    void deliveredCallShouldRingAndBeAnswered(String mode) {
        Desk desk = ready(site, service);
        offer(site, desk, mode);
        CallSnapshot ringing = desk.told().untilCall(LifeCycle.RINGING);
        assertThat(ringing.allowed()).contains(Verb.ANSWER);
        service.answer(desk.agent(), order(ringing.id(), Map.of()));

        assertThat(talking(desk).forms().get("Finesse")).contains("\"OutBoundType\":\"" + mode + "\"");
    }

    @ParameterizedTest
    @CsvSource({"REJECT, REJECTED", "CLOSE, CLOSED", "SKIP, REJECTED"})
    void recordShouldBeLeftAsTheAgentSaid(Verb verb, String state) {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, "preview");
        Order order = order(offer.id(), Map.of());
        switch (verb) {
            case REJECT -> service.reject(desk.agent(), order);
            case CLOSE -> service.close(desk.agent(), order);
            default -> service.skip(desk.agent(), order);
        }
        desk.told().untilNow(offer.id(), one -> one.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));

        assertThat(books(site, desk).state()).isEqualTo(state);
    }

    @Test
    void withdrawnRecordShouldNotBeAccepted() {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, "preview");
        site.finesse().withdraw(offer.id());
        desk.told().untilNow(offer.id(), one -> one.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));

        assertThat(refusal(() -> service.accept(desk.agent(), order(offer.id(), Map.of())))
                        .code())
                .isEqualTo(Code.CALL_NOT_FOUND);
    }

    @Test
    void recordThatIsWithdrawnWhileItIsAcceptedShouldFailTheAccept() {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, "preview");
        site.finesse().inject(Fault.of("withdraw-offer").onlyFor(desk.agent().username()));
        Order accept = order(offer.id(), Map.of());
        service.accept(desk.agent(), accept);
        desk.told().until("a failure", told -> told.failedCommands.contains(accept.commandId()));

        assertThat(desk.told().untilNow(offer.id(), one -> true).lifeCycle()).contains(LifeCycle.ENDED);
        assertThat(books(site, desk).state()).isEqualTo("WITHDRAWN");
        assertThat(desk.told().standing()).isEmpty();
    }

    @Test
    void recordWithoutANumberShouldFailTheAcceptAndStayWithTheAgent() {
        Desk desk = ready(site, service);
        site.finesse().offer(new Offer(desk.agent().username(), "", "preview", false, null));
        CallSnapshot offer = desk.told().untilCall(call -> call.allowed().contains(Verb.ACCEPT));
        Order accept = order(offer.id(), Map.of());
        service.accept(desk.agent(), accept);
        desk.told().until("a failure", told -> told.failedCommands.contains(accept.commandId()));

        assertThat(desk.told().failures.get(0).code()).isEqualTo(Code.INVALID_NUMBER);
        assertThat(desk.told().standing()).containsExactly(offer);
        service.close(desk.agent(), order(offer.id(), Map.of()));
        desk.told().untilNow(offer.id(), one -> one.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        assertThat(books(site, desk).state()).isEqualTo("CLOSED");
    }

    @Test
    void recordThatNobodyTakesShouldEnd() {
        try (FinesseSite other = FinesseSite.open("offer", "300ms")) {
            Desk desk = ready(other, other.service(Map.of()));
            CallSnapshot offer = offered(other, desk, "preview");
            desk.told().untilNow(offer.id(), one -> one.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));

            assertThat(books(other, desk).state()).isEqualTo("TIMED_OUT");
        }
    }

    /** The stream is cut as the customer's call begins; 0109 does that. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void customersCallShouldPointToItsOfferThoughItBeganUnseen(String linksDialogs) {
        try (FinesseSite other = FinesseSite.open(Map.of("linksDialogs", linksDialogs, "streamCut", "1s"))) {
            FinesseService there = other.service(Map.of());
            Desk desk = ready(other, there);
            other.finesse().offer(new Offer(desk.agent().username(), "3125550109", "preview", false, null));
            CallSnapshot offer = desk.told().untilCall(call -> call.allowed().contains(Verb.ACCEPT));
            there.accept(desk.agent(), order(offer.id(), Map.of()));
            desk.told().untilLink(StreamState.UP, 2);
            CallSnapshot call = desk.told().untilAny(one -> one.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));

            assertThat(call.parentCallId()).isEqualTo(offer.id());
            assertThat(there.client.dialog(desk.agent(), offer.id())).isEmpty();
        }
    }

    /** Nobody can read it then, but the agent must not wonder why no calls come. */
    @Test
    void recordThatCameUnheardShouldBeSaidToBePendingUntilItIsHeardOf() {
        try (FinesseSite other = FinesseSite.open(Map.of())) {
            FinesseService there = other.service(Map.of());
            Desk desk = ready(other, there);
            String name = desk.agent().username();
            other.finesse().inject(Fault.of("refuse-stream").lasting(1).onlyFor(name));
            other.finesse().inject(Fault.of("cut-stream").onlyFor(name));
            desk.told().untilLink(StreamState.WAITING, 1);
            offer(other, desk, "preview");
            desk.told().untilLink(StreamState.UP, 2);
            assertThat(desk.told().lastAgent().label()).isEqualTo("Preview pending, details unknown");
            assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.RESERVED);
            other.finesse().withdraw(books(other, desk).offerId());
            desk.told().untilAgent(AgentState.READY);

            assertThat(desk.told().lastAgent().label()).isEqualTo("Ready");
        }
    }

    @Test
    void otherNumberShouldBeRefusedWithoutAskingFinesse() {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, "preview");
        Order other = order(offer.id(), Map.of("toAddress", "3125550199"));

        assertThat(refusal(() -> service.accept(desk.agent(), other)).code()).isEqualTo(Code.INVALID_DATA);
        assertThat(books(site, desk).state()).isEqualTo("OFFERED");
        service.reject(desk.agent(), order(offer.id(), Map.of()));
    }

    @Test
    void callbackShouldBeShownByTheCallAndBeTheMomentThatWasMeant() {
        Desk desk = ready(site, service);
        CallSnapshot offer = offered(site, desk, "preview");
        service.accept(desk.agent(), order(offer.id(), Map.of()));
        CallSnapshot call = talking(desk);
        Order schedule =
                order(call.id(), Map.of("callbackTime", "2036-03-05T15:30:00+01:00", "callbackNumber", "3125550199"));
        service.schedule(desk.agent(), schedule);
        desk.told().untilCall(one -> one.causedBy().equals(schedule.commandId()));

        CallbackEntry callback = callback(desk);
        assertThat(callback.dueAt()).isEqualTo(Instant.parse("2036-03-05T14:30:00Z"));
        assertThat(callback.callbackNumber()).isEqualTo("3125550199");
        Order cancel = order(call.id(), Map.of());
        service.cancelSchedule(desk.agent(), cancel);
        desk.told().untilCall(one -> one.causedBy().equals(cancel.commandId()));
        assertThat(callback(desk).state()).isEqualTo("CANCELLED");
    }

    @Test
    void previewShouldBeRefusedAsWhatItIsOnUccx() {
        try (FinesseSite uccx = FinesseSite.open("deployment", "uccx")) {
            FinesseService there = uccx.service(Map.of());
            Desk desk = ready(uccx, there);
            CallSnapshot offer = offered(uccx, desk, "preview");
            VendorException refused = refusal(() -> there.accept(desk.agent(), order(offer.id(), Map.of())));

            assertThat(refused.code()).isEqualTo(Code.NOT_SUPPORTED);
            assertThat(refused.refusal().platform()).containsEntry("httpStatus", 501);
        }
    }

    /** Before UCCX the agent's own phone calls, once the reservation is cleared; until he has decided his state is not his own. */
    @Test
    void directPreviewShouldWorkOnUccxAndHoldTheAgentsState() {
        try (FinesseSite uccx = FinesseSite.open("deployment", "uccx")) {
            FinesseService there = uccx.service(Map.of());
            Desk desk = ready(uccx, there);
            CallSnapshot offer = offered(uccx, desk, "directpreview");
            Order away = order();
            there.setNotReady(desk.agent(), away);
            desk.told().until("a failure", told -> told.failedCommands.contains(away.commandId()));
            assertThat(desk.told().failures.get(0).code()).isEqualTo(Code.INVALID_STATE);
            assertThat(desk.told().failures.get(0).refusal().platform()).containsEntry("code", "265");
            there.accept(desk.agent(), order(offer.id(), Map.of()));

            CallSnapshot call = talking(desk);
            assertThat(call.parentCallId()).isEqualTo(offer.id());
            assertThat(call.variables()).containsEntry("BACustomerNumber", NUMBER);
            assertThat(books(uccx, desk).state()).isEqualTo("ACCEPTED");
        }
    }

    private static Desk ready(FinesseSite where, FinesseService with) {
        Desk desk = where.signedIn(with);
        with.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    private static void offer(FinesseSite where, Desk desk, String mode) {
        where.finesse().offer(new Offer(desk.agent().username(), NUMBER, mode, false, null));
    }

    private static CallSnapshot offered(FinesseSite where, Desk desk, String mode) {
        offer(where, desk, mode);
        return desk.told().untilCall(call -> call.allowed().contains(Verb.ACCEPT));
    }

    private static CallSnapshot talking(Desk desk) {
        return desk.told().untilCall(call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
    }

    private static OfferEntry books(FinesseSite where, Desk desk) {
        return where.finesse().offers().stream()
                .filter(offer -> offer.agent().equals(desk.agent().username()))
                .findFirst()
                .orElseThrow();
    }

    private static CallbackEntry callback(Desk desk) {
        return site.finesse().callbacks().stream()
                .filter(one -> one.agent().equals(desk.agent().username()))
                .findFirst()
                .orElseThrow();
    }

    private static VendorException refusal(Runnable deed) {
        return catchThrowableOfType(VendorException.class, deed::run);
    }
}
