package dev.trunkline.vendor.webexcc;

import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.webexcc.WebexccCall.Consult;
import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.WebexccCall.Standing;
import dev.trunkline.vendor.webexcc.WebexccNotes.Third;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Interaction;
import dev.trunkline.vendor.webexcc.wire.Participant;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;

/** A call as text, with what no message says of it, so that it can be followed, and its last message made, after a restart too. */
final class WebexccMemory {
    static String write(WebexccCall call) {
        Standing stands = call.standing();
        WebexccNotes notes = call.notes();
        JsonObjectBuilder all = builder()
                .add("id", call.id())
                .add("word", call.word())
                .add(
                        "me",
                        builder()
                                .add("agentId", call.me().agentId())
                                .add("extension", call.me().extension()))
                .add("standing", standing(stands))
                .add(
                        "notes",
                        builder()
                                .add("accepted", map(notes.accepted()))
                                .add("label", notes.label())
                                .add("callback", notes.callback())
                                .add("returning", notes.returning()))
                .add("told", call.told().raw());
        notes.third()
                .ifPresent(third -> all.add(
                        "third",
                        builder()
                                .add("to", third.to())
                                .add("type", third.type())
                                .add("number", third.number())));
        call.told()
                .interaction()
                .filter(call.now()::equals)
                .ifPresentOrElse(same -> {}, () -> all.add("now", now(call.now())));
        return all.build().toString();
    }

    private static JsonObjectBuilder standing(Standing stands) {
        return builder()
                .add("command", stands.command())
                .add("dialled", stands.dialled())
                .add("stage", stands.stage().name())
                .add("failed", stands.failed())
                .add("talked", stands.talked())
                .add("held", stands.held())
                .add("consult", stands.consult().name())
                .add("conference", stands.conference())
                .add("consulted", stands.consulted())
                .add("gone", stands.gone())
                .add("time", stands.time())
                .add("reason", stands.reason().map(Reason::name).orElse(""));
    }

    /** A later one than that which clients saw, in the platform's own shape. */
    private static JsonObjectBuilder now(Interaction now) {
        JsonObjectBuilder participants = builder();
        now.participants().forEach(one -> participants.add(one.id(), participant(one)));
        JsonObjectBuilder media = builder();
        now.media().forEach(one -> {
            JsonObjectBuilder each = builder().add("mediaResourceId", one.id()).add("mType", one.kind());
            one.held().ifPresent(held -> each.add("isHold", held));
            media.add(one.id(), each);
        });
        JsonObjectBuilder data = builder();
        now.variables()
                .forEach((name, value) ->
                        data.add(name, builder().add("name", name).add("value", value)));
        return builder()
                .add("mainInteractionId", now.mainId())
                .add("owner", now.owner())
                .add("state", now.state())
                .add("isTerminated", now.terminated())
                .add("contactDirection", builder().add("type", now.direction()))
                .add("outboundType", now.outboundType())
                .add("currentVTeam", now.queue())
                .add("callProcessingDetails", map(now.details()))
                .add("callAssociatedDetails", map(now.shown()))
                .add("callAssociatedData", data)
                .add("participants", participants)
                .add("media", media);
    }

    private static JsonObjectBuilder participant(Participant one) {
        JsonObjectBuilder each = builder()
                .add("id", one.id())
                .add("pType", one.kind())
                .add("name", one.name())
                .add("dn", one.dn())
                .add("isOffered", one.offered())
                .add("hasLeft", one.left())
                .add("isConsulted", one.consulted())
                .add("isWrapUp", one.wrapUp())
                .add("isWrappedUp", one.wrappedUp());
        one.joined().ifPresent(joined -> each.add("hasJoined", joined));
        return each;
    }

    /** @throws IllegalArgumentException if it is not of us */
    static WebexccCall read(String written) {
        JsonObject all = object(written);
        JsonObject me = child(all, "me");
        JsonObject stands = child(all, "standing");
        JsonObject notes = child(all, "notes");
        Frame told = WebexccJson.frame(child(all, "told"));
        String id = text(all, "id");
        JsonObject later = child(all, "now");
        Interaction now = later.isEmpty()
                ? told.interaction().orElse(Interaction.untold(id))
                : WebexccJson.interaction(later, id);
        return new WebexccCall(
                new Me(text(me, "agentId"), text(me, "extension")),
                told,
                text(all, "word"),
                now,
                standing(stands),
                new WebexccNotes(
                        WebexccJson.texts(child(notes, "accepted")),
                        text(notes, "label"),
                        text(notes, "callback"),
                        third(child(all, "third")),
                        flag(notes, "returning")));
    }

    private static Standing standing(JsonObject stands) {
        return new Standing(
                text(stands, "command"),
                text(stands, "dialled"),
                WebexccStage.valueOf(text(stands, "stage")),
                flag(stands, "failed"),
                flag(stands, "talked"),
                flag(stands, "held"),
                Consult.valueOf(text(stands, "consult")),
                flag(stands, "conference"),
                flag(stands, "consulted"),
                flag(stands, "gone"),
                number(stands, "time"),
                Optional.of(text(stands, "reason"))
                        .filter(name -> !name.isEmpty())
                        .map(Reason::valueOf));
    }

    private static Optional<Third> third(JsonObject third) {
        return third.isEmpty()
                ? Optional.empty()
                : Optional.of(new Third(text(third, "to"), text(third, "type"), text(third, "number")));
    }

    private static JsonObjectBuilder map(Map<String, String> map) {
        JsonObjectBuilder object = builder();
        map.forEach(object::add);
        return object;
    }

    private static JsonObjectBuilder builder() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private WebexccMemory() {}
}
