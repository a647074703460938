package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.DialRules.MakeCallFailed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells agents what has become of their calls and of themselves (sheet 5.4). On the lane. */
final class Publisher {
    static final String UPDATED = "UPDATED";
    static final String CONNECTED = "CONNECTED";
    static final String PARTICIPANT_ADDED = "CONFERENCE_PARTICIPANT_ADDED";

    private final Notifier notifier;
    private final Rules rules;

    Publisher(Notifier notifier, Rules rules) {
        this.notifier = notifier;
        this.rules = rules;
    }

    Notifier notifier() {
        return notifier;
    }

    Map<String, Object> info(Call call) {
        return CallInfos.of(call, rules.calls());
    }

    /** With its documented duplicate. */
    void created(Call call) {
        call(call, 3, "CREATED");
        call(call, 30, "CREATED");
    }

    void updated(Call call, String reason) {
        call(call, 4, reason);
    }

    /** With its documented duplicate. */
    void deleted(Call call) {
        call(call, 5, "DELETED");
        call(call, 31, "DELETED");
    }

    private void call(Call call, int id, String reason) {
        boolean hidden = call.parent().isPresent()
                && call.conferenced()
                && !rules.calls().participantCalls()
                && !reason.equals(PARTICIPANT_ADDED);
        if (!hidden) {
            notifier.event(call.agent(), new Event(id, reason, info(call), call.disorderly()));
        }
    }

    /** @param id 58, a transfer failed, or 40, the colleague did not answer */
    void transferFailed(Call original, int id) {
        notifier.event(original.agent(), Event.of(id, UPDATED, info(original)));
    }

    void makeCallFailed(Agent agent, Dial dial, String cause, int code) {
        Map<String, Object> payload = new LinkedHashMap<>();
        if (rules.dial().makeCallFailed() == MakeCallFailed.CTI) {
            payload.put("campaignId", dial.campaignId().isEmpty() ? null : dial.campaignId());
            payload.put("cause", cause);
            payload.put("errorCode", code);
            payload.put("number", dial.number());
            payload.put("callbackId", null);
        } else if (rules.dial().makeCallFailed() == MakeCallFailed.NUMBER) {
            payload.put("number", dial.number());
        }
        agent(agent, 65, payload.isEmpty() ? null : payload);
    }

    /** While it rings: nobody will come, and why. */
    void makeCallFailed(Call call, String cause) {
        String campaign = call.campaign().map(Campaign::id).orElse("");
        makeCallFailed(call.agent(), new Dial(call.number(), campaign, false, false, null), cause, 0);
    }

    void preview(Preview preview, int id) {
        agent(preview.agent(), id, preview.payload());
    }

    void presence(Agent agent) {
        agent(agent, 12, agent.presence().shown());
    }

    void permissions(Agent agent) {
        agent(agent, 14, agent.permissions().all());
    }

    void loginState(Agent agent) {
        agent(agent, 17, agent.duty().state().name());
    }

    void station(Agent agent) {
        agent(agent, 18, agent.station().shown());
    }

    void stationNeedsRestart(Agent agent) {
        agent(agent, 42, null);
    }

    void invalidated(Agent agent, String url) {
        agent(agent, 57, List.of(url));
    }

    void agent(Agent agent, int id, Object payload) {
        notifier.event(agent, Event.of(id, UPDATED, payload));
    }
}
