package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.genesys.GenesysCall.Me;
import dev.trunkline.vendor.genesys.GenesysCall.Memory;
import jakarta.json.JsonObject;

/** A call as text, with what the conversation itself does not say of it, so that its last message can be made after a restart too. */
final class GenesysMemory {
    static String write(GenesysCall call) {
        return "{\"me\":"
                + object(
                        "id",
                        call.me().id(),
                        "name",
                        call.me().name(),
                        "login",
                        call.me().login())
                + ",\"memory\":"
                + object(
                        "dialled", call.memory().dialled(),
                        "command", call.memory().command(),
                        "callback", call.memory().callback(),
                        "mark", call.memory().mark())
                + ",\"asked\":" + GenesysBody.of(call.memory().asked())
                + ",\"conversation\":" + GenesysLegs.write(call.conversation()) + "}";
    }

    private static String object(String... members) {
        var object = JsonParts.JSON.createObjectBuilder();
        for (int i = 0; i < members.length; i += 2) {
            object.add(members[i], members[i + 1]);
        }
        return object.build().toString();
    }

    static GenesysCall read(AgentSession agent, String text) {
        JsonObject all = JsonParts.object(text);
        JsonObject me = JsonParts.child(all, "me");
        JsonObject memory = JsonParts.child(all, "memory");
        return new GenesysCall(
                agent,
                new Me(text(me, "id"), text(me, "name"), text(me, "login")),
                GenesysJson.conversation(JsonParts.child(all, "conversation")),
                new Memory(
                        text(memory, "dialled"),
                        text(memory, "command"),
                        text(memory, "callback"),
                        text(memory, "mark"),
                        GenesysJson.attributes(JsonParts.child(all, "asked"))));
    }

    private static String text(JsonObject object, String name) {
        return JsonParts.text(object, name);
    }

    private GenesysMemory() {}
}
