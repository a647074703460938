package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.gws.wire.CallEvent;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.User;
import java.util.Comparator;
import java.util.List;

/** What the platform has of one agent now (sheet 5.6). @param calls a consult after the call that it is about, in whatever order they were read */
record GwsReading(GwsAgent agent, List<CallEvent> calls) {
    GwsReading {
        calls = calls.stream()
                .sorted(Comparator.comparing(event -> !event.call().parent().isEmpty()))
                .toList();
    }

    /** In one request, unless the platform leaves parts out of it. */
    static GwsReading of(GwsClient client, AgentSession agent) {
        User user = client.me(agent);
        List<Device> devices = user.devices().orElseGet(() -> client.devices(agent));
        List<String> calls = user.calls().orElseGet(() -> client.calls(agent));
        GwsAgent stands = GwsAgent.of(agent, user, devices);
        String mark = client.settings().correlationKey();
        return new GwsReading(
                stands,
                calls.stream()
                        .map(call -> GwsJson.read(call, stands.device().phoneNumber(), mark))
                        .toList());
    }
}
