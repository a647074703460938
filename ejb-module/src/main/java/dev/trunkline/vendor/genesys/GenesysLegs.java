package dev.trunkline.vendor.genesys;

import static dev.trunkline.port.JsonParts.JSON;
import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.DisconnectReason;
import dev.trunkline.vendor.genesys.wire.Leg;
import dev.trunkline.vendor.genesys.wire.Leg.Addresses;
import dev.trunkline.vendor.genesys.wire.Leg.Call;
import dev.trunkline.vendor.genesys.wire.Leg.Times;
import dev.trunkline.vendor.genesys.wire.Leg.WrapUp;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A participant in either of the platform's two shapes (sheet 1): flat, with the call's members on the participant, or nested below {@code
 * calls}. And the one shape in which we keep them.
 */
final class GenesysLegs {
    static Leg leg(JsonObject participant) {
        Optional<JsonObject> nested = newest(participant);
        JsonObject call = nested.orElse(participant);
        return new Leg(
                text(participant, "id"),
                text(participant, "purpose").toLowerCase(Locale.ROOT),
                either(text(child(participant, "user"), "id"), text(participant, "userId")),
                either(text(child(participant, "queue"), "id"), text(participant, "queueId")),
                text(participant, "name"),
                either(text(participant, "consultParticipantId"), text(call, "consultParticipantId")),
                GenesysJson.attributes(child(participant, "attributes")),
                call(participant, call),
                wrapUp(participant),
                objects(call, "disconnectReasons")
                        .map(reason -> new DisconnectReason(
                                text(reason, "type").toLowerCase(Locale.ROOT), (int) JsonParts.number(reason, "code")))
                        .toList(),
                nested.map(one -> text(one, "id")).orElse(text(participant, "communicationId")));
    }

    /** A participant normally has one call; of several the one that lives, else the last. */
    private static Optional<JsonObject> newest(JsonObject participant) {
        List<JsonObject> calls = objects(participant, "calls").toList();
        return calls.stream()
                .filter(call -> !GenesysCall.OVER.contains(text(call, "state")))
                .findFirst()
                .or(() -> calls.stream().reduce((first, last) -> last));
    }

    private static Call call(JsonObject participant, JsonObject call) {
        JsonObject self = child(call, "self");
        return new Call(
                text(call, "state").toLowerCase(Locale.ROOT),
                text(call, "direction").toLowerCase(Locale.ROOT),
                new Addresses(
                        either(text(participant, "address"), text(self, "addressNormalized")),
                        text(participant, "ani"),
                        text(participant, "dnis")),
                flag(call, "held"),
                flag(call, "muted"),
                flag(call, "confined"),
                text(call, "disconnectType").toLowerCase(Locale.ROOT),
                text(child(call, "errorInfo"), "code"),
                new Times(
                        text(participant, "startTime"),
                        either(text(call, "connectedTime"), text(participant, "connectedTime")),
                        text(call, "startHoldTime"),
                        either(text(call, "disconnectedTime"), text(participant, "endTime")),
                        text(participant, "startAcwTime"),
                        text(participant, "endAcwTime")));
    }

    private static WrapUp wrapUp(JsonObject participant) {
        JsonObject outcome = child(participant, "wrapup");
        boolean done = !text(outcome, "code").isEmpty() && !flag(outcome, "provisional");
        return new WrapUp(flag(participant, "wrapupRequired"), done, flag(participant, "wrapupSkipped"));
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    // ---- as we keep them

    /** The flat shape, with what only the nested one says besides: {@link #leg} reads it back. */
    static String write(Conversation conversation) {
        JsonArrayBuilder legs = JSON.createArrayBuilder();
        conversation.legs().forEach(leg -> legs.add(written(leg)));
        return JSON.createObjectBuilder()
                .add("id", conversation.id())
                .add("participants", legs)
                .build()
                .toString();
    }

    private static JsonObjectBuilder written(Leg leg) {
        JsonObjectBuilder attributes = JSON.createObjectBuilder();
        leg.attributes().forEach(attributes::add);
        JsonArrayBuilder reasons = JSON.createArrayBuilder();
        leg.reasons()
                .forEach(reason -> reasons.add(
                        JSON.createObjectBuilder().add("type", reason.type()).add("code", reason.code())));
        Call call = leg.call();
        JsonObjectBuilder all = JSON.createObjectBuilder()
                .add("id", leg.id())
                .add("purpose", leg.purpose())
                .add("name", leg.name())
                .add("user", JSON.createObjectBuilder().add("id", leg.userId()))
                .add("queue", JSON.createObjectBuilder().add("id", leg.queueId()))
                .add("consultParticipantId", leg.consultParticipantId())
                .add("communicationId", leg.communicationId())
                .add("attributes", attributes)
                .add("disconnectReasons", reasons)
                .add("state", call.state())
                .add("direction", call.direction())
                .add("address", call.addresses().address())
                .add("ani", call.addresses().ani())
                .add("dnis", call.addresses().dnis())
                .add("held", call.held())
                .add("muted", call.muted())
                .add("confined", call.confined())
                .add("disconnectType", call.disconnectType())
                .add("errorInfo", JSON.createObjectBuilder().add("code", call.errorCode()));
        return work(times(all, call.times()), leg.wrapUp());
    }

    private static JsonObjectBuilder times(JsonObjectBuilder all, Times times) {
        return all.add("startTime", times.started())
                .add("connectedTime", times.connected())
                .add("startHoldTime", times.held())
                .add("endTime", times.ended())
                .add("startAcwTime", times.workStarted())
                .add("endAcwTime", times.workEnded());
    }

    private static JsonObjectBuilder work(JsonObjectBuilder all, WrapUp wrapUp) {
        JsonValue outcome =
                wrapUp.done() ? JSON.createObjectBuilder().add("code", "set").build() : JsonValue.EMPTY_JSON_OBJECT;
        return all.add("wrapupRequired", wrapUp.required())
                .add("wrapup", outcome)
                .add("wrapupSkipped", wrapUp.skipped());
    }

    // ---- two tellings of one leg

    private static final List<List<String>> RANKS = List.of(
            List.of("contacting"),
            List.of("dialing", "offering"),
            List.of("alerting"),
            List.of("connected"),
            List.of("disconnected"),
            List.of("terminated"));

    /**
     * How far a leg has come (sheet 5.4); -1 for a word that is new to us. The sheet lets alerting and dialing come in any order; a call that
     * rings and then does not would look like old news to everybody, so here it goes on ringing.
     */
    static int rank(String state) {
        for (int rank = 0; rank < RANKS.size(); rank++) {
            if (RANKS.get(rank).contains(state)) {
                return rank;
            }
        }
        return -1;
    }

    /**
     * What is known of a leg after it was told once more, in whatever order: a state never goes back and an unknown one says nothing, the
     * first reason of an end stays, times and causes are only added. Addresses are those of the newer telling; flags go with a state that
     * is reached, for what comes later of an earlier one cannot take them back.
     *
     * @param current whether flags and data of {@code now} are newer than what is known
     */
    static Leg merged(Leg before, Leg now, boolean current) {
        int way = rank(now.call().state()) - rank(before.call().state());
        boolean forth = way >= 0;
        boolean newer = current ? forth : way > 0;
        Call flags = newer ? now.call() : before.call();
        String type = before.call().disconnectType().isEmpty()
                ? now.call().disconnectType()
                : before.call().disconnectType();
        Call call = new Call(
                forth ? now.call().state() : before.call().state(),
                either(now.call().direction(), before.call().direction()),
                addresses(before.call().addresses(), now.call().addresses()),
                flags.held(),
                flags.muted(),
                flags.confined(),
                type,
                either(before.call().errorCode(), now.call().errorCode()),
                times(before.call().times(), now.call().times()));
        return new Leg(
                before.id(),
                either(now.purpose(), before.purpose()),
                either(now.userId(), before.userId()),
                either(now.queueId(), before.queueId()),
                either(now.name(), before.name()),
                newer ? now.consultParticipantId() : before.consultParticipantId(),
                current && forth ? now.attributes() : before.attributes(),
                call,
                new WrapUp(
                        newer ? now.wrapUp().required() : before.wrapUp().required(),
                        now.wrapUp().done() || before.wrapUp().done(),
                        now.wrapUp().skipped() || before.wrapUp().skipped()),
                now.reasons().isEmpty() ? before.reasons() : now.reasons(),
                either(now.communicationId(), before.communicationId()));
    }

    private static Addresses addresses(Addresses before, Addresses now) {
        return new Addresses(
                either(now.address(), before.address()),
                either(now.ani(), before.ani()),
                either(now.dnis(), before.dnis()));
    }

    private static Times times(Times before, Times now) {
        return new Times(
                either(before.started(), now.started()),
                either(before.connected(), now.connected()),
                latest(before.held(), now.held()),
                either(before.ended(), now.ended()),
                either(before.workStarted(), now.workStarted()),
                either(before.workEnded(), now.workEnded()));
    }

    private static String latest(String one, String other) {
        return Stream.of(one, other).max(Comparator.naturalOrder()).orElse("");
    }

    private GenesysLegs() {}
}
