package dev.trunkline.simulator.genesys.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conversation in the flat form: no communication ids and no reasons (sheet 1, 5.3). Pure. */
final class Flat {
    private static final String ODD = "transmogrifying";

    private Flat() {}

    /** @param ofOffers the callbacks of it, else the calls */
    static Map<String, Object> conversation(Conversation conversation, boolean ofOffers) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("id", conversation.id());
        flat.put("address", "tel:" + Catalogue.CALLER_ID);
        flat.put("recordingState", "none");
        flat.put("securePause", false);
        flat.put("otherMediaUris", List.of());
        flat.put(
                "participants",
                conversation.participants().stream()
                        .filter(participant -> participant.ofOffer() == ofOffers)
                        .map(participant -> participant(conversation, participant))
                        .toList());
        return flat;
    }

    private static Map<String, Object> participant(Conversation conversation, Participant participant) {
        Leg leg = participant.leg();
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("id", participant.id());
        flat.put("name", participant.name());
        flat.put("address", participant.address().own());
        flat.put("startTime", Times.text(leg.started()));
        leg.connectedAt().ifPresent(at -> flat.put("connectedTime", Times.text(at)));
        leg.endedAt().ifPresent(at -> flat.put("endTime", Times.text(at)));
        leg.heldSince().ifPresent(at -> flat.put("startHoldTime", Times.text(at)));
        flat.put("purpose", participant.purpose().word());
        flat.put(
                "state",
                conversation.oddState() && leg.live() ? ODD : leg.state().word());
        flat.put("initialState", leg.initial().word());
        flat.put("direction", leg.direction());
        leg.ending().ifPresent(ending -> ending(flat, ending));
        flat.put("held", leg.held());
        flat.put("muted", leg.muted());
        flat.put("confined", leg.confined());
        flat.put("recording", leg.recording());
        flat.put("recordingState", leg.recording() ? "active" : "none");
        flat.put("securePause", false);
        work(flat, participant);
        participant.user().ifPresent(user -> flat.put("user", reference("users", user.id())));
        conversation.queue().ifPresent(queue -> flat.put("queue", reference("routing/queues", queue.id())));
        flat.put("attributes", new LinkedHashMap<>(participant.attributes()));
        flat.put("provider", "Edge");
        flat.put("peer", leg.id());
        flat.put("mediaRoles", List.of("full"));
        if (participant.user().isEmpty()) {
            flat.put("ani", participant.address().ani());
            flat.put("dnis", participant.address().dnis());
        }
        if (!participant.consult().isEmpty()) {
            flat.put("consultParticipantId", participant.consult());
        }
        if (participant.ofOffer() && participant.user().isPresent()) {
            Offers.describe(flat, "outboundPreview", conversation);
        }
        return flat;
    }

    private static void ending(Map<String, Object> flat, Ending ending) {
        flat.put("disconnectType", ending.type());
        if (!ending.errorCode().isEmpty()) {
            flat.put("errorInfo", errorInfo(ending.errorCode()));
        }
    }

    static Map<String, Object> errorInfo(String code) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("status", 400);
        info.put("code", code);
        info.put("message", code);
        info.put("messageWithParams", code);
        info.put("messageParams", Map.of());
        info.put("details", List.of());
        info.put("errors", List.of());
        return info;
    }

    static Map<String, Object> reference(String path, String id) {
        return Map.of("id", id, "selfUri", "/api/v2/" + path + "/" + id);
    }

    private static void work(Map<String, Object> flat, Participant participant) {
        boolean required = participant.work().map(AfterCallWork::required).orElse(false);
        flat.put("wrapupRequired", required);
        participant.work().ifPresent(work -> {
            flat.put("wrapupPrompt", work.prompt().word());
            if (work.prompt().timed()) {
                flat.put("wrapupTimeoutMs", work.timeout().toMillis());
            }
            if (work.skipped()) {
                flat.put("wrapupSkipped", true);
            }
            describe(flat, work);
        });
    }

    /** The same in both forms. */
    static void describe(Map<String, Object> form, AfterCallWork work) {
        work.started().ifPresent(at -> form.put("startAcwTime", Times.text(at)));
        work.ended().ifPresent(at -> form.put("endAcwTime", Times.text(at)));
        work.wrapup().filter(wrapup -> !wrapup.provisional()).ifPresent(wrapup -> {
            Map<String, Object> word = new LinkedHashMap<>();
            word.put("code", wrapup.code());
            word.put("notes", wrapup.notes());
            word.put("tags", List.of());
            word.put("endTime", Times.text(wrapup.at()));
            form.put("wrapup", word);
        });
    }
}
