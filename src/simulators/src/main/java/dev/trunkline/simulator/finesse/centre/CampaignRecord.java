package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One record of a campaign's list on its way through an agent's hands. Lives on the lane. */
final class CampaignRecord {
    static final String CAMPAIGN = "Winter renewal";
    static final String QUEUE_NUMBER = "5620";
    private static final String TIME_ZONE = "[+-][0-9]{5}";
    private static final int LONGEST = 18 * 60;
    private static final int MINUTE = 60;

    private final String id;
    private final Agent agent;
    private final Offer offer;
    private final CampaignMode mode;
    private final Rules rules;
    private final CampaignWords words;
    private final Instant offeredAt = Instant.now();
    private RecordState state = RecordState.OFFERED;
    private Call reservation;
    private Call customerCall;
    private ScheduledCallback callback;

    CampaignRecord(int id, Agent agent, Offer offer, CampaignMode mode, Rules rules) {
        this.id = Integer.toString(id);
        this.agent = agent;
        this.offer = offer;
        this.mode = mode;
        this.rules = rules;
        words = CampaignWords.of(mode, offer.personal(), rules);
    }

    /** Signed minutes from GMT, as {@code +00330} (sheet 4.4). */
    static boolean isTimeZone(String text) {
        return text.matches(TIME_ZONE) && Math.abs(Integer.parseInt(text)) <= LONGEST;
    }

    String id() {
        return id;
    }

    Agent agent() {
        return agent;
    }

    CampaignMode mode() {
        return mode;
    }

    CampaignWords words() {
        return words;
    }

    /** The customer's, without the dialer's prefix; empty if the record has none. */
    String number() {
        return offer.number();
    }

    /** What is really dialled. */
    String dialledNumber() {
        return number().isEmpty() ? "" : rules.campaign().dialerPrefix() + number();
    }

    /** Whether the agent's own phone calls the customer. */
    boolean direct() {
        return rules.campaign().direct(mode);
    }

    /** As a dialog shows it beside what was dialled; only direct preview on CCE does (sheet 4.4). */
    String callbackNumber() {
        return direct() && !rules.uccx() ? number() : "";
    }

    /** In which the agent waits for it. */
    AgentState reservedState() {
        return mode.callsFirst() ? AgentState.RESERVED_OUTBOUND : AgentState.RESERVED_OUTBOUND_PREVIEW;
    }

    /** An agent who was reserved may have gone elsewhere meanwhile. */
    boolean awaited() {
        return agent.state() == reservedState();
    }

    String timeZone() {
        return offer.timeZone() == null ? rules.campaign().customerTimeZone() : offer.timeZone();
    }

    /** Of the clock by which the time of a callback is read. */
    ZoneOffset clock() {
        boolean server = rules.campaign().callbackClock() == CampaignRules.CallbackClock.SERVER;
        int minutes = server ? rules.timezoneOffset() : Integer.parseInt(timeZone());
        return ZoneOffset.ofTotalSeconds(minutes * MINUTE);
    }

    /** What the agent reads of the campaign (sheet 4.4); in the order of the seed. */
    Map<String, String> variables(String status, String response) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("BACampaign", CAMPAIGN);
        variables.put("BAStatus", status);
        variables.put(CallProgress.RESPONSE, response);
        variables.put("BAAccountNumber", "AC-" + id);
        variables.put("BADialedListID", id);
        variables.put("BATimeZone", timeZone());
        variables.put("BABuddyName", "Lindqvist,Marta");
        if (rules.uccx()) {
            variables.put("BACustomerNumber", number());
        }
        return variables;
    }

    /** On CCX the status of calls that were made first tells what became of them since (sheet 4.4). */
    boolean renamesItsStatus() {
        return rules.uccx() && mode.callsFirst();
    }

    RecordState state() {
        return state;
    }

    void become(RecordState next) {
        state = next;
    }

    Optional<Call> reservation() {
        return Optional.ofNullable(reservation);
    }

    void reservation(Call call) {
        reservation = call;
    }

    Optional<Call> customerCall() {
        return Optional.ofNullable(customerCall);
    }

    void customerCall(Call call) {
        customerCall = call;
    }

    Optional<ScheduledCallback> callback() {
        return Optional.ofNullable(callback).filter(ScheduledCallback::stands);
    }

    void callback(ScheduledCallback scheduled) {
        callback = scheduled;
    }

    /** Whether this is the id of the record, of its reservation or of its call. */
    boolean isKnownAs(String anyId) {
        return id.equals(anyId) || anyId.equals(idOf(reservation)) || anyId.equals(idOf(customerCall));
    }

    private static String idOf(Call call) {
        return call == null ? "" : call.id();
    }

    OfferEntry entry() {
        return new OfferEntry(
                "finesse",
                id,
                agent.id(),
                number(),
                mode.word(),
                offeredAt,
                state.name(),
                idOf(reservation),
                idOf(customerCall));
    }
}
