package dev.trunkline.vendor.five9;

import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.text;

import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Call.Memory;
import dev.trunkline.vendor.five9.Five9Notes.Third;
import dev.trunkline.vendor.five9.wire.CallInfo;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A call as text, with what no message says of it, so that its last message can be made after a restart too. */
final class Five9Memory {
    static String write(Five9Call call) {
        Memory memory = call.memory();
        Five9Notes notes = call.notes();
        JsonObjectBuilder all = builder()
                .add("state", call.state())
                .add("time", call.time())
                .add("campaign", call.campaign())
                .add("variables", map(call.variables()))
                .add(
                        "me",
                        builder()
                                .add("login", call.me().login())
                                .add("extension", call.me().extension())
                                .add("fromCustomer", call.me().fromCustomer()))
                .add(
                        "memory",
                        builder()
                                .add("command", memory.command())
                                .add("dialled", memory.dialled())
                                .add("talked", memory.talked())
                                .add("over", memory.over())
                                .add("gone", memory.gone())
                                .add("reason", memory.reason().map(Reason::name).orElse(""))
                                .add("guess", memory.guess().map(Reason::name).orElse("")))
                .add(
                        "notes",
                        builder()
                                .add("accepted", map(notes.accepted()))
                                .add("label", notes.label())
                                .add("callback", notes.callback())
                                .add("ending", notes.ending().map(Reason::name).orElse("")))
                .add("call", builder(object(call.told().raw())).remove("variables")); // by id: secrets, too
        notes.third().ifPresent(third -> all.add("third", third(third)));
        return all.build().toString();
    }

    private static JsonObjectBuilder third(Third third) {
        return builder()
                .add("command", third.command())
                .add("number", third.number())
                .add("transfer", third.transfer())
                .add("leg", third.leg())
                .add("state", third.state())
                .add("joining", third.joining())
                .add("held", third.held())
                .add("called", third.called());
    }

    static Five9Call read(String written) {
        JsonObject all = object(written);
        JsonObject me = child(all, "me");
        JsonObject memory = child(all, "memory");
        JsonObject notes = child(all, "notes");
        CallInfo told = Five9Json.call(child(all, "call"));
        return new Five9Call(
                new Me(text(me, "login"), text(me, "extension"), flag(me, "fromCustomer")),
                told.in(text(all, "state")),
                text(all, "time"),
                text(all, "campaign"),
                map(child(all, "variables")),
                new Memory(
                        text(memory, "command"),
                        text(memory, "dialled"),
                        flag(memory, "talked"),
                        flag(memory, "over"),
                        flag(memory, "gone"),
                        reason(text(memory, "reason")),
                        reason(text(memory, "guess"))),
                new Five9Notes(
                        map(child(notes, "accepted")),
                        text(notes, "label"),
                        text(notes, "callback"),
                        third(child(all, "third")),
                        reason(text(notes, "ending"))));
    }

    private static Optional<Third> third(JsonObject third) {
        return third.isEmpty()
                ? Optional.empty()
                : Optional.of(new Third(
                        text(third, "command"),
                        text(third, "number"),
                        flag(third, "transfer"),
                        text(third, "leg"),
                        text(third, "state"),
                        flag(third, "joining"),
                        flag(third, "held"),
                        text(third, "called")));
    }

    private static Optional<Reason> reason(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(name));
    }

    private static Map<String, String> map(JsonObject object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.keySet().forEach(name -> map.put(name, text(object, name)));
        return map;
    }

    private static JsonObjectBuilder map(Map<String, String> map) {
        JsonObjectBuilder object = builder();
        map.forEach(object::add);
        return object;
    }

    private static JsonObjectBuilder builder(JsonObject from) {
        return JsonParts.JSON.createObjectBuilder(from);
    }

    private static JsonObjectBuilder builder() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private Five9Memory() {}
}
