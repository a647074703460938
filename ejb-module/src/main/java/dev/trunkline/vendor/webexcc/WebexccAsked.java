package dev.trunkline.vendor.webexcc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Requests whose outcome an event will tell. Failure events carry no link to the request but its kind and mostly the call (sheet 4): the
 * newest of that kind is meant. Verbs write, the stream asks.
 */
final class WebexccAsked {
    private final LongSupplier clock;
    private final Duration within;
    private final List<One> open = new ArrayList<>();

    /** What can be asked for, and the names of the events that say that it failed (sheet 4). */
    enum Kind {
        LOGIN("AgentStationLoginFailed"),
        LOGOUT("AgentLogoutFailed"),
        STATE("AgentStateChangeFailed"),
        END("AgentContactEndFailed"),
        HOLD("AgentContactHoldFailed"),
        RETRIEVE("AgentContactUnHoldFailed"),
        WRAP_UP("AgentWrapupFailed"),
        TRANSFER("AgentBlindTransferFailed", "AgentVteamTransferFailed"),
        CONSULT("AgentConsultFailed", "AgentCtqFailed"),
        CONSULT_END("AgentConsultEndFailed", "AgentCtqCancelFailed"),
        CONSULT_TRANSFER("AgentConsultTransferFailed"),
        CONFERENCE("AgentConsultConferenceFailed"),
        CONFERENCE_EXIT("ParticipantLeftConferenceFailed", "AgentConsultConferenceEndFailed"),
        UPDATE("ContactUpdateFailed"),
        REJECT();

        private static final Map<String, Kind> BY_FAILURE = new HashMap<>();

        static {
            for (Kind kind : values()) {
                for (String failure : kind.failures) {
                    BY_FAILURE.put(failure.toLowerCase(Locale.ROOT), kind);
                }
            }
        }

        private final String[] failures;

        Kind(String... failures) {
            this.failures = failures;
        }
    }

    /** @param command ours, or {@code ""} @param call its id, or {@code ""} */
    record One(Kind kind, String command, String call, long since) {}

    WebexccAsked(Duration within, LongSupplier clock) {
        this.within = within;
        this.clock = clock;
    }

    /** What such an event is the failure of, if it is one. */
    static Optional<Kind> failureOf(String type) {
        return Optional.ofNullable(Kind.BY_FAILURE.get(type.toLowerCase(Locale.ROOT)));
    }

    /** Before it is sent: its event may be there before its answer. */
    synchronized void begin(Kind kind, String command, String call) {
        long now = clock.getAsLong();
        open.removeIf(one -> now - one.since() > within.toNanos());
        open.add(new One(kind, command, call, now));
    }

    /** It was refused, or its effect was seen. */
    synchronized void settled(String command) {
        open.removeIf(one -> one.command().equals(command));
    }

    /** Whether nothing has been heard of it. */
    synchronized boolean waits(String command) {
        return open.stream().anyMatch(one -> one.command().equals(command));
    }

    /** The one that such an event is about. @param call {@code ""} where the event does not say */
    synchronized Optional<One> take(Kind kind, String call) {
        for (int i = open.size() - 1; i >= 0; i--) {
            One one = open.get(i);
            boolean same = call.isEmpty() || one.call().isEmpty() || one.call().equals(call);
            if (one.kind() == kind && same) {
                open.remove(i);
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
