package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Ready and Not Ready are presences (sheet 2.4): going on queue too, never by the routing status. */
record GenesysPresences(GenesysClient client, AgentSession agent, GenesysSeat seat) {
    private static final Set<String> NO_REASON = Set.of("AVAILABLE", "ONQUEUE", "OFFLINE", "IDLE");

    void ready(String commandId) {
        choose(
                commandId,
                named(client.settings().readyPresence(), definition -> true).orElseThrow(() -> none("Ready")));
    }

    /** @param reason id or label, or {@code ""} for the configured one */
    void notReady(String commandId, String reason) {
        choose(commandId, reason.isBlank() ? usual() : chosen(reason));
    }

    /** Not Ready, unless he is that already. */
    void awayFromReady(String commandId) {
        boolean away = seat.agent()
                .filter(stands -> reasons(client.definitions(agent)).stream()
                        .anyMatch(one -> one.id().equals(stands.presence().definitionId())))
                .isPresent();
        if (!away) {
            notReady(commandId, "");
        }
    }

    void offline(String commandId) {
        choose(commandId, named("OFFLINE", definition -> true).orElseThrow(() -> none("Offline")));
    }

    private Definition usual() {
        return named(client.settings().defaultNotReady(), GenesysPresences::isReason)
                .or(() -> reasons(client.definitions(agent)).stream().findFirst())
                .orElseThrow(() -> none("Not Ready"));
    }

    private Definition chosen(String reason) {
        return named(reason, GenesysPresences::isReason)
                .orElseThrow(() -> VendorException.noSuchReason("reasonCodeId: no such presence in Genesys Cloud"));
    }

    private Optional<Definition> named(String wanted, Predicate<Definition> allowed) {
        List<Definition> all = client.definitions(agent).stream()
                .filter(definition -> !definition.deactivated())
                .filter(allowed)
                .toList();
        return first(all, definition -> definition.id().equals(wanted))
                .or(() -> first(all, definition -> definition.label().equalsIgnoreCase(wanted)))
                .or(() -> first(all, definition -> GenesysEventMapper.word(definition.systemPresence())
                        .equals(GenesysEventMapper.word(wanted))));
    }

    private static Optional<Definition> first(List<Definition> all, Predicate<Definition> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static VendorException none(String what) {
        return new VendorException(Code.PLATFORM_REJECTED, "the organisation has no presence for " + what);
    }

    private void choose(String commandId, Definition definition) {
        String userId = seat.agent().map(stands -> stands.user().id()).orElseGet(() -> me().id());
        seat.choices()
                .during(
                        commandId,
                        stands -> stands.presence().definitionId().equals(definition.id()),
                        () -> patiently(() -> client.setPresence(agent, userId, definition.id())));
    }

    private User me() {
        return client.me(agent);
    }

    /** The update before it may still be running: once more after a second (sheet 2.4). It is the same both times. */
    private static void patiently(Runnable update) {
        try {
            update.run();
        } catch (VendorException busy) {
            if (!GenesysErrorMapper.says(busy, "presenceservice.conflict")) {
                throw busy;
            }
            aSecondPasses();
            update.run();
        }
    }

    private static void aSecondPasses() {
        try {
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that an agent chooses as a reason for Not Ready. */
    static List<Definition> reasons(List<Definition> definitions) {
        return definitions.stream()
                .filter(definition -> !definition.deactivated() && isReason(definition))
                .toList();
    }

    private static boolean isReason(Definition definition) {
        return !NO_REASON.contains(GenesysEventMapper.word(definition.systemPresence()));
    }

    static List<ReasonCode> codes(List<Definition> definitions) {
        return reasons(definitions).stream().map(GenesysEventMapper::toReason).toList();
    }
}
