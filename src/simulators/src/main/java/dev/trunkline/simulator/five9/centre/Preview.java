package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.OfferEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A record of a campaign that an agent sees before its customer is called (sheet 4.1), or a call that comes with its customer. On the lane. */
final class Preview {
    private final String id = Ids.call();
    private final Agent agent;
    private final String number;
    private final String mode;
    private final Campaign campaign;
    private final Instant offeredAt = Instant.now();
    private State state = State.OFFERED;
    private Call call;
    private boolean shown;

    /** Only RENEWING is confirmed; the books add words of their own. */
    enum State {
        OFFERED,
        ACCEPTED,
        RENEWING,
        REJECTED,
        SKIPPED,
        CLOSED,
        WITHDRAWN
    }

    Preview(Agent agent, String number, String mode, Campaign campaign) {
        this.agent = agent;
        this.number = number;
        this.mode = mode;
        this.campaign = campaign;
    }

    String id() {
        return id;
    }

    Agent agent() {
        return agent;
    }

    String number() {
        return number;
    }

    Campaign campaign() {
        return campaign;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    Optional<Call> call() {
        return Optional.ofNullable(call);
    }

    void call(Call made) {
        call = made;
    }

    /** Whether the agent sees it as a record of its own. */
    boolean shown() {
        return shown;
    }

    void show(boolean on) {
        shown = on;
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", id);
        payload.put(
                "state", state == State.ACCEPTED ? "DIALING" : state == State.OFFERED ? "PREVIEWING" : state.name());
        payload.put("campaignId", campaign.id());
        payload.put("number", number.isEmpty() ? null : number);
        payload.put("callId", call == null ? null : call.id());
        payload.put("activeContact", contact(number));
        return payload;
    }

    /** The record of a list. */
    static Map<String, Object> contact(String number) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", "9001");
        contact.put("fields", Map.of("101", number, "114", "Ada"));
        return contact;
    }

    OfferEntry entry() {
        return new OfferEntry(
                "five9",
                id,
                agent.name(),
                number,
                mode.toLowerCase(Locale.ROOT),
                offeredAt,
                state.name(),
                shown ? id : "",
                call == null ? "" : call.id());
    }
}
