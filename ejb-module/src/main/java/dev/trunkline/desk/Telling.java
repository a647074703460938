package dev.trunkline.desk;

import dev.trunkline.call.CallLedger.Changed;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.event.ApiError;
import dev.trunkline.event.Change;
import dev.trunkline.event.Gateway;
import dev.trunkline.event.Json;
import dev.trunkline.event.Origin;
import dev.trunkline.model.Action;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.Buttons;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Refusal;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what happened at a desk into the words of the contract: changes for the log, and messages without a number. */
final class Telling {
    private final AgentKey key;
    private final VendorService platform;
    /** Asked once: it never changes, and each question goes through the container. */
    private final String vendor;

    private final String region;

    /** @param region where numbers without a country belong, ISO 3166 alpha-2, or {@code ""} */
    Telling(AgentKey key, VendorService platform, String region) {
        this.key = key;
        this.platform = platform;
        this.vendor = platform.vendor();
        this.region = region;
    }

    /** A call changed. @param caused the command that shows its effect here; @param alongside what it settles */
    Change call(
            Changed changed,
            Origin origin,
            Gateway.User user,
            Optional<CommandRecord> caused,
            List<Change.Alongside> alongside) {
        List<Change.Alongside> writes = new ArrayList<>(alongside);
        writes.add(LedgerRows.advance(changed.after()));
        Gateway.Builder gateway = gateway(changed.after(), changed.snapshot(), origin, user)
                .times(changed.snapshot().platformTime(), now());
        caused.ifPresent(command -> gateway.command(
                command.id(), command.requestId().orElse(null), command.verb().word()));
        return new Change(key, vendor, changed.snapshot().forms(), changed.exact(), gateway.build(), writes);
    }

    /** Our block for a call as it stands. */
    Gateway.Builder gateway(CallRecord call, CallSnapshot news, Origin origin, Gateway.User user) {
        return Gateway.of(key.agent())
                .origin(origin)
                .call(call.callRef(), call.callSeq())
                .parent(call.parentCallId())
                .standing(
                        call.lifeCycle().map(LifeCycle::name).orElse(null),
                        call.reason().name(),
                        call.reasonSource().isEmpty() ? null : call.reasonSource())
                .e164(PhoneNumbers.e164(call.to(), region).orElse(null))
                .campaign(news.campaign())
                .user(user)
                .variables(news.variables())
                .buttons(Buttons.of(Arrays.stream(Action.values())
                        .filter(action -> call.allowed().contains(action.verb()))
                        .toList()));
    }

    /** The agent changed. */
    Change agent(
            AgentSnapshot agent,
            Origin origin,
            Gateway.User user,
            Optional<CommandRecord> caused,
            List<Change.Alongside> alongside) {
        Map<String, String> forms = platform.stateForms(agent);
        Gateway.Builder gateway = Gateway.of(key.agent())
                .origin(origin)
                .times(agent.changedAt(), now())
                .user(user);
        caused.ifPresent(command -> gateway.command(
                command.id(), command.requestId().orElse(null), command.verb().word()));
        return new Change(key, vendor, forms, forms.keySet(), gateway.build(), alongside);
    }

    /** Something failed that all connections of the agent must hear of. */
    Change failure(Refusal why, Optional<CommandRecord> command, List<Change.Alongside> alongside) {
        Map<String, String> forms = new LinkedHashMap<>();
        platform.channels().values().stream()
                .distinct()
                .forEach(channel -> forms.put(channel, ApiError.text(channel, why)));
        Gateway.Builder gateway = ApiError.gateway(key.agent(), why);
        command.ifPresent(failed -> gateway.command(
                        failed.id(),
                        failed.requestId().orElse(null),
                        failed.verb().word())
                .call(failed.callRef().orElse(null), 0));
        return new Change(key, vendor, forms, forms.keySet(), gateway.build(), alongside);
    }

    /** The connection to the platform is lost or back: in the words that clients know of their own (contract 5.4). */
    Change linkTrouble(Refusal why) {
        Refusal trouble = new Refusal(
                why.code(),
                why.detail(),
                "WEBSOCKET_ERROR",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return failure(trouble, Optional.empty(), List.of());
    }

    static Gateway.User user(AgentSession session, AgentSnapshot agent) {
        return new Gateway.User(
                agent.id().isEmpty() ? session.username() : agent.id(),
                agent.name(),
                session.username(),
                agent.extension().isEmpty() ? session.extension() : agent.extension());
    }

    private static String now() {
        return Json.time(Instant.now());
    }
}
