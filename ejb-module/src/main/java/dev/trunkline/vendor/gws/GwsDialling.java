package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.wire.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dial: asked for once, registered before (sheet 3.2). The platform gives no id back, so a mark of ours travels with the data of the call,
 * and a call whose answer was lost is found by it, or by its number.
 */
record GwsDialling(GwsClient client, AgentSession agent, GwsSeat seat) {
    void place(Dial dial) {
        String device = device(dial.option("device").orElse(""));
        String body = body(dial);
        seat.pending()
                .during(
                        GwsRequest.dial(dial.commandId(), dial.toAddress(), device),
                        () -> client.dial(agent, device, body),
                        (command, failure) -> seat.follow().failedLate(command, failure));
    }

    private String body(Dial dial) {
        Map<String, String> data = new LinkedHashMap<>(dial.variables());
        String mark = client.settings().correlationKey();
        if (!mark.isEmpty()) {
            data.put(mark, dial.commandId());
        }
        Map<String, String> further = new LinkedHashMap<>();
        further.put("outboundCallerId", dial.option("callerId").orElse(""));
        further.put("location", dial.option("location").orElse(""));
        return GwsBody.towards("Dial", dial.toAddress(), data, further);
    }

    /** The one that is named, else the one that he works with. */
    private String device(String named) {
        GwsAgent stands =
                seat.agent().orElseGet(() -> GwsReading.of(client, agent).agent());
        List<Device> devices = stands.devices();
        Device device = named.isEmpty()
                ? stands.device()
                : GwsAgent.named(devices, named)
                        .orElseThrow(
                                () -> new VendorException(Code.DEVICE_UNAVAILABLE, "device: the agent has none such"));
        if (device.id().isEmpty()) {
            throw new VendorException(Code.DEVICE_UNAVAILABLE, "the agent has no device on this platform");
        }
        return device.id();
    }
}
