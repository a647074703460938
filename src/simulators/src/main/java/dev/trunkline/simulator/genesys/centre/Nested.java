package dev.trunkline.simulator.genesys.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A conversation in the nested form: with communication ids and what the carrier said (sheet 1, 5.3). Pure. */
final class Nested {
    private Nested() {}

    /** @param withReasons whether the carrier tells any */
    static Map<String, Object> conversation(Conversation conversation, boolean withReasons) {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("id", conversation.id());
        nested.put("startTime", Times.text(conversation.placedAt()));
        nested.put("address", "tel:" + Catalogue.CALLER_ID);
        nested.put(
                "participants",
                conversation.participants().stream()
                        .map(participant -> participant(conversation, participant, withReasons))
                        .toList());
        nested.put("recordingState", "NONE");
        nested.put("recentTransfers", List.of());
        nested.put("selfUri", "/api/v2/conversations/" + conversation.id());
        return nested;
    }

    private static Map<String, Object> participant(
            Conversation conversation, Participant participant, boolean withReasons) {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("id", participant.id());
        nested.put("name", participant.name());
        nested.put("purpose", participant.purpose().word());
        nested.put("startTime", Times.text(participant.leg().started()));
        participant.leg().connectedAt().ifPresent(at -> nested.put("connectedTime", Times.text(at)));
        participant.leg().endedAt().ifPresent(at -> nested.put("endTime", Times.text(at)));
        participant.user().ifPresent(user -> nested.put("userId", user.id()));
        conversation.queue().ifPresent(queue -> nested.put("queueId", queue.id()));
        nested.put("attributes", new LinkedHashMap<>(participant.attributes()));
        participant.work().ifPresent(work -> {
            nested.put("wrapupRequired", work.required());
            nested.put("wrapupPrompt", work.prompt().word());
            Flat.describe(nested, work);
        });
        if (!participant.consult().isEmpty()) {
            nested.put("consultParticipantId", participant.consult());
        }
        Map<String, Object> leg = leg(participant, withReasons);
        if (participant.ofOffer() && participant.user().isPresent()) {
            Offers.describe(leg, "dialerPreview", conversation);
        }
        nested.put("calls", participant.ofOffer() ? List.of() : List.of(leg));
        nested.put("callbacks", participant.ofOffer() ? List.of(leg) : List.of());
        return nested;
    }

    private static Map<String, Object> leg(Participant participant, boolean withReasons) {
        Leg leg = participant.leg();
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("id", leg.id());
        nested.put("state", leg.state().word());
        nested.put("initialState", leg.initial().word());
        nested.put("direction", leg.direction());
        nested.put("held", leg.held());
        nested.put("muted", leg.muted());
        nested.put("confined", leg.confined());
        nested.put("recording", leg.recording());
        leg.ending().ifPresent(ending -> ending(nested, ending, withReasons));
        leg.connectedAt().ifPresent(at -> nested.put("connectedTime", Times.text(at)));
        leg.endedAt().ifPresent(at -> nested.put("disconnectedTime", Times.text(at)));
        nested.put("self", address(participant.name(), participant.address().own()));
        nested.put("other", address("", participant.address().ani()));
        nested.put("provider", "Edge");
        if (!participant.uuiData().isEmpty()) {
            nested.put("uuiData", participant.uuiData());
        }
        nested.put("afterCallWork", Map.of("state", workState(participant)));
        return nested;
    }

    private static void ending(Map<String, Object> nested, Ending ending, boolean withReasons) {
        nested.put("disconnectType", ending.type());
        if (withReasons) {
            nested.put(
                    "disconnectReasons",
                    ending.reasons().stream()
                            .map(reason ->
                                    Map.of("type", reason.system(), "code", reason.code(), "phrase", reason.phrase()))
                            .toList());
        }
        if (!ending.errorCode().isEmpty()) {
            nested.put("errorInfo", Flat.errorInfo(ending.errorCode()));
        }
    }

    private static Map<String, Object> address(String name, String uri) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", name);
        address.put("nameRaw", "");
        address.put("addressNormalized", uri);
        address.put("addressRaw", uri);
        address.put("addressDisplayable", uri.replaceAll("^\\w+:", ""));
        return address;
    }

    private static String workState(Participant participant) {
        return participant
                .work()
                .map(work -> {
                    if (work.skipped()) {
                        return "skipped";
                    }
                    return work.due() ? "pending" : work.ended().isPresent() ? "complete" : "unknown";
                })
                .orElse("notApplicable");
    }
}
