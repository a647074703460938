package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.Presence;
import dev.trunkline.vendor.five9.wire.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ready and Not Ready (sheet 2.5): what the platform takes during a call it may put off until that is over. */
record Five9States(Five9Client client, AgentSession agent, Five9Seat seat) {
    void ready(String commandId) {
        choose(commandId, Five9Body.ready(), now -> now.presence().last().ready());
    }

    /** @param reason id or name, or {@code ""} for the configured one */
    void notReady(String commandId, String reason) {
        String id = id(reason.isBlank() ? client.settings().defaultNotReady() : reason);
        choose(
                commandId,
                Five9Body.notReady(id),
                now -> !now.presence().last().ready()
                        && now.presence().last().reason().equals(id));
    }

    /** Nothing, if he is not Ready. */
    void awayFromReady(String commandId) {
        Optional<Presence> before = seat.agent().map(Five9Agent::presence);
        if (before.map(now -> now.last().ready()).orElse(true)) {
            String reason = id(client.settings().defaultNotReady());
            client.choose(agent, Five9Body.notReady(reason));
            before.ifPresent(now -> seat.willBe(now, new Presence(List.of(), reason, 0)));
        }
    }

    private void choose(String commandId, String body, Predicate<Five9Agent> seen) {
        seat.choices().during(commandId, now -> now.working() && seen.test(now), () -> client.choose(agent, body));
        seat.follow().reread();
    }

    /** None at all is {@code 0}. */
    private String id(String wanted) {
        if (wanted.equals("0")) {
            return wanted;
        }
        List<Reason> all = client.notReadyReasons(agent);
        return all.stream()
                .filter(reason -> reason.id().equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(reason -> reason.name().equalsIgnoreCase(wanted))
                        .findFirst())
                .map(Reason::id)
                .orElseThrow(() -> VendorException.noSuchReason("reasonCodeId: no such reason in Five9"));
    }
}
