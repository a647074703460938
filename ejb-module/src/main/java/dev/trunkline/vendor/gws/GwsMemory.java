package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.GwsCall.Memory;
import dev.trunkline.vendor.gws.GwsCall.Work;
import jakarta.json.JsonObject;
import java.util.Optional;

/** A call as text, with what no message says of it, so that its last message can be made after a restart too. */
final class GwsMemory {
    static String write(GwsCall call) {
        Memory memory = call.memory();
        JsonObject known = JsonParts.JSON
                .createObjectBuilder()
                .add("command", memory.command())
                .add("dialled", memory.dialled())
                .add("consult", memory.consult())
                .add("established", memory.established())
                .add("released", memory.released())
                .add("over", memory.over())
                .add("work", memory.work().name())
                .add("guess", memory.guess().map(Reason::name).orElse(""))
                .build();
        return "{\"memory\":" + known + ",\"data\":" + call.told().data() + "}";
    }

    static GwsCall read(AgentSession agent, String text) {
        JsonObject all = JsonParts.object(text);
        JsonObject known = JsonParts.child(all, "memory");
        String guess = JsonParts.text(known, "guess");
        Memory memory = new Memory(
                JsonParts.text(known, "command"),
                JsonParts.text(known, "dialled"),
                JsonParts.flag(known, "consult"),
                JsonParts.flag(known, "established"),
                JsonParts.flag(known, "released"),
                Work.valueOf(JsonParts.text(known, "work")),
                JsonParts.flag(known, "over"),
                guess.isEmpty() ? Optional.empty() : Optional.of(Reason.valueOf(guess)));
        return new GwsCall(agent, GwsJson.event(JsonParts.child(all, "data"), ""), memory);
    }

    private GwsMemory() {}
}
