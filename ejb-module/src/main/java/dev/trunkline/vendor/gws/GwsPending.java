package dev.trunkline.vendor.gws;

import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * What was asked of the agent's device last: an error that the platform tells names no request, only the device (sheet 5.4), and may come
 * before the answer to the request. A dial also: the platform gives back no id, and tells of the call before it answers (sheet 3.2). Verbs
 * write, the stream asks.
 */
final class GwsPending {
    /** After that an error belongs to something else (sheet 3.3). */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int MARKS = 20;

    private final LongSupplier clock;
    /** Numbers that are dialled with a mark of ours, by command, until the call is heard of: that may be when it is over. */
    private final Map<String, String> marks = new LinkedHashMap<>();

    private Optional<Asked> asked = Optional.empty();

    private static final class Asked {
        private final GwsRequest request;
        private final long since;
        private boolean answered;
        private Optional<VendorException> early = Optional.empty();

        Asked(GwsRequest request, long since) {
            this.request = request;
            this.since = since;
        }
    }

    GwsPending() {
        this(System::nanoTime);
    }

    GwsPending(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Registered before it is asked.
     *
     * @param late is told what the platform took and could not do, where it said so before its answer
     */
    void during(GwsRequest request, Runnable deed, BiConsumer<String, VendorException> late) {
        Asked now = new Asked(request, clock.getAsLong());
        begin(now);
        try {
            deed.run();
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                refused(now);
                request.undone().run();
                throw refused;
            }
            throw answered(now).orElse(refused); // the answer leaves open what the device has told
        }
        answered(now).ifPresent(failure -> late.accept(request.command(), failure));
    }

    private synchronized void begin(Asked now) {
        asked = Optional.of(now);
        if (!now.request.number().isEmpty()) {
            marks.put(now.request.command(), now.request.number());
        }
        if (marks.size() > MARKS) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    private synchronized void refused(Asked now) {
        forget(now);
        marks.remove(now.request.command());
    }

    private synchronized void forget(Asked now) {
        asked = asked.filter(other -> other != now);
    }

    private synchronized Optional<VendorException> answered(Asked now) {
        now.answered = true;
        if (now.early.isPresent()) {
            forget(now);
            now.request.undone().run();
        }
        return now.early;
    }

    /**
     * A device has an error.
     *
     * @param device id of it, or {@code ""}
     * @return the command that it is of, if that has been answered; else it is told with the answer
     */
    synchronized Optional<String> failed(VendorException failure, String device) {
        Optional<Asked> now = fresh().filter(one -> one.request.of(device));
        now.filter(one -> !one.answered).ifPresent(one -> one.early = Optional.of(failure));
        Optional<GwsRequest> request = now.filter(one -> one.answered).map(one -> one.request);
        if (request.isPresent()) {
            asked = Optional.empty();
            request.get().undone().run();
        }
        return request.map(GwsRequest::command);
    }

    private Optional<Asked> fresh() {
        return asked.filter(one -> clock.getAsLong() - one.since < LONGEST.toNanos());
    }

    /** Whether something is to come of it: if it is not told, it must be looked for. */
    synchronized boolean open() {
        return fresh().isPresent();
    }

    /** Whether a call with that mark is still to come: of another mark, it may be a colleague's who handed the call over with its data. */
    synchronized boolean awaits(String mark) {
        return marks.containsKey(mark);
    }

    /** The number that this command dials, or {@code ""}. */
    synchronized String number(String command) {
        return marks.getOrDefault(command, "");
    }

    /** If that is its effect, no error is its any more. */
    synchronized void seen(GwsCall call) {
        asked = asked.filter(one -> !one.request.onCall().test(call));
        marks.remove(call.memory().command());
    }

    synchronized void seen(GwsAgent agent) {
        asked = asked.filter(one -> !one.request.onAgent().test(agent));
    }
}
