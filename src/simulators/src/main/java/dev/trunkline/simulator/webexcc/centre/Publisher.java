package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells agents what has become of their contacts and of themselves (sheet 5). On the lane. */
final class Publisher {
    private static final String DESKTOP = "AgentDesktopMessage";

    private final Notifier notifier;
    private final Rules rules;
    private final Timing timing;
    private final Interactions interactions;

    Publisher(Notifier notifier, Rules rules, Timing timing) {
        this.notifier = notifier;
        this.rules = rules;
        this.timing = timing;
        interactions = new Interactions(rules, timing);
    }

    Notifier notifier() {
        return notifier;
    }

    // ---- contacts

    void contact(Agent agent, String type, Task task) {
        contact(agent, type, task, Map.of());
    }

    /** @param more what this event has beyond the usual members */
    void contact(Agent agent, String type, Task task, Map<String, ?> more) {
        send(agent, prepare(agent, type, task, more), task);
    }

    /** To all who have it on their desks. */
    void all(String type, Task task, Map<String, ?> more) {
        task.agents().forEach(agent -> contact(agent, type, task, more));
    }

    /** As things are now, to be sent later. */
    Event prepare(Agent agent, String type, Task task, Map<String, ?> more) {
        Map<String, Object> data = head(agent, type, Event.ROUTING);
        data.put("interactionId", task.id());
        data.put("mediaResourceId", task.id());
        data.put("queueMgr", "aqm");
        if (type.startsWith("AgentOffer")) {
            data.put("ronaTimeout", timing.ronaSeconds());
        }
        String campaign = task.details().get("campaignId");
        if (campaign != null) {
            data.put("campaignId", campaign);
        }
        data.putAll(more);
        data.put("interaction", interactions.of(task, agent));
        return new Event(Event.ROUTING, data, task.disorderly());
    }

    void send(Agent agent, Event event, Task task) {
        if (!task.silent()) {
            notifier.event(agent, event);
        }
    }

    /** A command on a contact came to nothing. */
    void failed(Agent agent, String type, Task task, Reason reason) {
        if (rules.calls().namelessFailures()) {
            routing(agent, type, failure(reason));
        } else {
            contact(agent, type, task, failure(reason));
        }
    }

    /** A command on something that is no contact of his. */
    void failed(Agent agent, String type, String interactionId, Reason reason) {
        Map<String, Object> more = failure(reason);
        more.put("interactionId", interactionId);
        routing(agent, type, more);
    }

    Map<String, Object> failure(Reason reason) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("reason", reason.word());
        all.put("reasonCode", rules.calls().wordyCodes() ? Integer.toString(reason.code()) : (Object) reason.code());
        return all;
    }

    /** That the telephone is known (sheet 2.4). */
    void registered(Agent agent, String dialNumber) {
        Map<String, Object> data = head(agent, "AgentDNRegistered", Event.ROUTING);
        data.put("dn", dialNumber);
        notifier.event(agent, Event.of(Event.ROUTING, data));
    }

    /** Anything of the contacts' family. */
    void routing(Agent agent, String type, Map<String, ?> more) {
        Map<String, Object> data = head(agent, type, Event.ROUTING);
        data.putAll(more);
        notifier.event(agent, Event.of(Event.ROUTING, data));
    }

    // ---- agents

    void desk(Agent agent, String family, String type, Map<String, ?> more) {
        Map<String, Object> data = head(agent, type, DESKTOP);
        data.putAll(more);
        notifier.event(agent, Event.of(family, data));
    }

    void deskFailed(Agent agent, String family, String type, Reason reason) {
        desk(agent, family, type, failure(reason));
    }

    /** The members that a station has in every message about it. */
    Map<String, Object> station(Station station) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("agentSessionId", station.sessionId());
        all.put("teamId", station.login().teamId());
        all.put("siteId", Catalogue.SITE.id());
        all.put("status", "LoggedIn");
        all.put("subStatus", station.subStatus());
        all.put("auxCodeId", station.auxCodeId());
        all.put("lastStateChangeTimestamp", station.changedAt());
        all.put("lastIdleCodeChangeTimestamp", station.idleCodeAt());
        return all;
    }

    /** Where he is, beyond that. */
    Map<String, Object> device(Agent agent, Station station) {
        Map<String, Object> all = station(station);
        all.put("interactionIds", agent.tasks().stream().map(Task::id).toList());
        all.put(
                "channelsMap",
                Map.of(
                        "telephony",
                        List.of(station.channelId()),
                        "chat",
                        List.of(),
                        "email",
                        List.of(),
                        "social",
                        List.of()));
        all.put("dialNumber", station.login().dialNumber());
        all.put("dn", station.login().dialNumber());
        all.put("deviceType", station.login().deviceType());
        all.put("deviceId", station.login().deviceId());
        all.put("roles", station.login().roles());
        all.put("profileType", "BLENDED");
        return all;
    }

    private static Map<String, Object> head(Agent agent, String type, String eventType) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.put("eventType", eventType);
        data.put("eventTime", System.currentTimeMillis());
        data.put("agentId", agent.id());
        data.put("orgId", Ids.ORGANISATION);
        data.put("trackingId", Ids.next());
        return data;
    }
}
