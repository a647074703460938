package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dial: asked for once. The platform has no key against doing it twice (sheet 3.3), so a mark of ours travels as an attribute, and a call
 * whose answer was lost is found by it, or by its number.
 */
record GenesysDialling(GenesysClient client, AgentSession agent, GenesysSeat seat) {
    void place(Dial dial) {
        hasPhone();
        seat.dials().begin(dial.commandId(), dial.toAddress());
        try {
            seat.dials().placed(client.dial(agent, body(dial)));
        } catch (VendorException failed) {
            if (failed.effect() == Effect.NONE) {
                seat.dials().refused();
            } else {
                seat.dials().doubted();
            }
            throw failed;
        } finally {
            seat.follow().dialSettled();
        }
    }

    /** The platform would refuse, and it has told us so already (sheet 2.4). */
    private void hasPhone() {
        if (seat.agent().filter(stands -> stands.station().id().isEmpty()).isPresent()) {
            throw new VendorException(Code.DEVICE_UNAVAILABLE, "no station is associated with the agent's user");
        }
    }

    private String body(Dial dial) {
        Map<String, String> attributes = new LinkedHashMap<>(dial.variables());
        String mark = client.settings().correlationKey();
        if (!mark.isEmpty()) {
            attributes.put(mark, dial.commandId());
        }
        String queue = dial.option("queueId").orElse(client.settings().queue());
        return GenesysBody.dial(dial.toAddress(), queue, dial.option("callerId").orElse(""), attributes);
    }
}
