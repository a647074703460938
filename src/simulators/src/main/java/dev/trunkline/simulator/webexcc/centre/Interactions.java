package dev.trunkline.simulator.webexcc.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A contact as events show it (sheet 5.2). On the lane. */
final class Interactions {
    private final Rules rules;
    private final Timing timing;

    Interactions(Rules rules, Timing timing) {
        this.rules = rules;
        this.timing = timing;
    }

    Map<String, Object> of(Task task, Agent viewer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("interactionId", task.id());
        all.put("mainInteractionId", task.id());
        all.put("parentInteractionId", task.id());
        all.put("orgId", Ids.ORGANISATION);
        all.put("owner", task.owner().map(Agent::id).orElse(null));
        all.put("state", task.state(viewer));
        all.put("isTerminated", task.terminated());
        all.put("isFcManaged", true);
        all.put("mediaType", "telephony");
        all.put("mediaChannel", "telnyx");
        all.put("mediaProperties", null);
        all.put("workflowManager", null);
        all.put("contactDirection", Map.of("type", task.call().direction()));
        all.put("outboundType", task.call().outboundType());
        all.put("createdTimestamp", task.placedAt().toEpochMilli());
        all.put("queuedTimestamp", task.placedAt().toEpochMilli());
        all.put("currentVTeam", Catalogue.QUEUES.get(0).id());
        all.put("previousVTeams", List.of());
        all.put("callFlowParams", Map.of());
        all.put("callAssociatedData", rules.calls().variablesSuppressed() ? Map.of() : data(task));
        if (rules.calls().associatedDetails()) {
            all.put("callAssociatedDetails", associated(task));
        }
        all.put("callProcessingDetails", details(task, viewer));
        all.put("media", media(task));
        all.put("participants", participants(task));
        return all;
    }

    private static Map<String, Object> data(Task task) {
        Map<String, Object> all = new LinkedHashMap<>();
        task.data().forEach((name, value) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", name);
            one.put("displayName", name);
            one.put("value", value);
            one.put("type", "STRING");
            one.put("agentEditable", true);
            one.put("agentViewable", true);
            one.put("global", true);
            one.put("isSecure", false);
            one.put("secureKeyId", "");
            one.put("secureKeyVersion", 0);
            all.put(name, one);
        });
        return all;
    }

    private Map<String, Object> associated(Task task) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ani", task.call().outbound() ? task.call().ani() : task.call().number());
        all.put(
                "dn",
                task.call().outbound() ? task.call().number() : task.call().ani());
        all.put("ronaTimeout", Long.toString(timing.ronaSeconds()));
        all.put("virtualTeamName", Catalogue.QUEUES.get(0).name());
        return all;
    }

    /** All strings, truths too. */
    private Map<String, Object> details(Task task, Agent viewer) {
        Task.Call call = task.call();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ani", call.outbound() ? call.ani() : call.number());
        if (call.outbound()) {
            all.put("agent_ani", call.ani());
            all.put("agentSelectedAni", call.ani());
        }
        all.put("dnis", call.outbound() ? call.number() : call.ani());
        all.put("EP_ID", call.entryPointId());
        all.put("tenantId", Ids.ORGANISATION);
        all.put("vteamId", Catalogue.QUEUES.get(0).id());
        all.put("virtualTeamName", Catalogue.QUEUES.get(0).name());
        if (call.outbound()) {
            all.put(
                    "outdialAgentId",
                    call.placer() == null ? viewer.id() : call.placer().id());
        }
        all.put("workflowId", Ids.of("flow", "Outdial flow"));
        all.put("workflowName", "Outdial flow");
        all.put("ronaTimeout", Long.toString(timing.ronaSeconds()));
        all.put("outdialTransferToQueueEnabled", "false");
        all.put("participantInviteTimeout", "false");
        all.put("taskToBeSelfServiced", "false");
        all.put("isReconciledCAD", "true");
        all.put("SELF_SERVICE_TYPE", "VXML");
        all.put("mohFileName", "moh.wav");
        all.put("fceRegisteredEvents", "");
        all.put("fcDesktopView", "{\"pop-over\":[],\"interaction-panel\":[]}");
        all.putAll(task.details());
        return all;
    }

    private static Map<String, Object> media(Task task) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(task.main().id(), task.main().shown());
        task.consult()
                .ifPresent(
                        consult -> all.put(consult.media().id(), consult.media().shown()));
        return all;
    }

    private Map<String, Object> participants(Task task) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Participant one : task.participants()) {
            boolean hidden =
                    one == task.customer() && !one.joined() && !rules.dial().customerShown();
            if (!hidden) {
                all.put(one.id(), one.shown());
            }
        }
        return all;
    }
}
