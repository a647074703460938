package dev.trunkline.system.soak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Two of all stop reading, one a WebSocket, one an event stream, while their calls change all the time: do the others notice? */
final class Frozen {
    private static final int TOO_SLOW = 4408;
    /** For each of the two: what waits for them shall reach its bound in the time that there is. */
    private static final int CHANGES_A_SECOND = 60;

    private static final double FIRST_PART = 7;
    private static final double SETTLING = 2;
    private static final double ABREAST_WITHIN = 10;
    private static final int QUEUE = 1_000;
    private static final double NO_MATTER_MILLIS = 10;
    private static final double TWICE = 2;
    private static final double HARM = 10;
    private static final double HALF = 0.5;
    private static final double SOON_MILLIS = 100;
    private static final double LONGEST_TO_CLOSE = 60;
    /** As long as a WebSocket may be stuck after the event stream was, with some to spare. */
    private static final double STUCK_SECONDS = 10;

    private final Run run;
    private final Cuts cuts;
    private final LiveCalls live;
    private Optional<Two> frozen = Optional.empty();

    /** Those who do not read. @param from the number after which the event stream was opened */
    private record Two(Seat socket, Seat stream, FrozenStream reader, long from, long waiting, Others others) {}

    /** How the others fare: without the two (before it, and after their return), and while they do not read. */
    private record Others(Latency without, Latency during) {}

    Frozen(Run run, Cuts cuts) {
        this.run = run;
        this.cuts = cuts;
        this.live = run.dialling().live();
    }

    /** Measures without them, then with them; returns while they still do not read. */
    void freeze(double frozenSeconds) {
        double calmSeconds = run.scale().calmSeconds();
        if (!Pause.until(20, () -> ordinary().size() >= 2)) {
            run.verdict().must("frozen readers", "two calls", "no calls to freeze", false);
            return;
        }
        List<LiveCalls.Call> two = ordinary().subList(0, 2);
        two.forEach(call -> {
            live.keep(call.dial());
            cuts.spare(call.seat());
        });
        Seat socket = two.get(0).seat();
        Seat stream = two.get(1).seat();
        run.burst(run.scale().fastRate(), SETTLING + calmSeconds + frozenSeconds + ABREAST_WITHIN);
        two.forEach(call -> run.burstOf(call.seat(), CHANGES_A_SECOND, calmSeconds + frozenSeconds + LONGEST_TO_CLOSE));
        Pause.seconds(SETTLING);
        Set<String> names = Set.of(socket.name(), stream.name());
        Others others = new Others(new Latency(names), new Latency(names));
        measured(others.without, calmSeconds);
        frozen = Optional.of(freeze(socket, stream, frozenSeconds, others));
    }

    /** They must have been closed by then, and come back. */
    void thaw() {
        frozen.ifPresent(this::thaw);
        live.letGo();
        cuts.spareNobody();
    }

    private List<LiveCalls.Call> ordinary() {
        return live.talking().stream()
                .filter(call -> call.dial().fate().ending().compareTo("5000") >= 0)
                .toList();
    }

    private Latency measured(Latency latency, double seconds) {
        run.meter().measure(latency);
        Pause.seconds(seconds);
        run.meter().rest();
        return latency;
    }

    private Two freeze(Seat socket, Seat stream, double seconds, Others others) {
        long from = stream.book().last();
        int port = run.house().installation().ports().http();
        FrozenStream reader = new FrozenStream(port, run.house().issuer().token(stream.name(), "agent"), from);
        Console.say("%s stops reading his WebSocket, %s an event stream", socket.name(), stream.name());
        socket.freeze();
        measured(others.during, FIRST_PART);
        long waiting = Heap.count(run.house().gatewayPid(), "dev.trunkline.push.Outgoing");
        // Counting stops the whole gateway: what that costs is not the two's doing.
        Pause.seconds(1);
        Pause.until(ABREAST_WITHIN, run.meter()::isAbreast);
        measured(others.during, seconds - FIRST_PART);
        return new Two(socket, stream, reader, from, waiting, others);
    }

    private void thaw(Two two) {
        awaitClosed();
        run.verdict().must("messages in queues meanwhile", "<= " + 2 * QUEUE, two.waiting, two.waiting <= 2 * QUEUE);
        thaw(two.socket);
        try (FrozenStream reader = two.reader) {
            thaw(two.stream, reader, two.from);
        }
        compare(two.others);
    }

    /** Nobody who does not read can see that he was closed; the gateway's own objects tell. */
    private void awaitClosed() {
        long end = System.nanoTime() + Math.round(LONGEST_TO_CLOSE * 1e9);
        while (System.nanoTime() < end && Heap.count(run.house().gatewayPid(), "dev.trunkline.push.StreamSink") > 0) {
            Pause.seconds(2);
        }
        Pause.seconds(STUCK_SECONDS);
    }

    private void compare(Others others) {
        double calmSeconds = run.scale().calmSeconds();
        Pause.until(ABREAST_WITHIN, run.meter()::isAbreast);
        run.burst(run.scale().fastRate(), SETTLING + calmSeconds);
        Pause.seconds(SETTLING);
        measured(others.without, calmSeconds);
        double ratio = others.during.at(0.99) / Math.max(0.001, others.without.at(0.99));
        run.verdict().told("latency of the others without the two", others.without);
        run.verdict().told("latency of the others with them", others.during);
        // A machine that cannot carry the rate says nothing of two readers; harm would be seen all the same.
        boolean fair = others.without.at(HALF) < SOON_MILLIS || ratio > HARM;
        run.verdict()
                .judge(
                        fair,
                        "p99 of the others, with them to without",
                        "<= 2.0",
                        String.format(Locale.ROOT, "%.2f", ratio),
                        others.during.count() > 0 && (ratio <= TWICE || others.during.at(0.99) <= NO_MATTER_MILLIS));
    }

    private void thaw(Seat socket) {
        int known = socket.closeCodes().size();
        socket.thaw();
        Pause.until(10, () -> socket.closeCodes().size() > known);
        List<Integer> codes =
                socket.closeCodes().subList(known, socket.closeCodes().size());
        run.verdict()
                .must("frozen WebSocket was closed with", String.valueOf(TOO_SLOW), codes, codes.contains(TOO_SLOW));
    }

    private void thaw(Seat stream, FrozenStream reader, long from) {
        FrozenStream.Read read = reader.thaw();
        long last = read.numbers().isEmpty()
                ? from
                : read.numbers().get(read.numbers().size() - 1);
        Resumed resumed = new Resumed(last);
        stream.client().read(last, resumed);
        long wanted = stream.book().last();
        Pause.until(10, () -> resumed.last() >= wanted);
        List<Long> all = LongStream.concat(
                        read.numbers().stream().mapToLong(Long::longValue),
                        resumed.numbers().stream().mapToLong(Long::longValue))
                .filter(number -> number <= wanted)
                .boxed()
                .toList();
        run.verdict().must("frozen event stream was closed", "true", read.closed(), read.closed());
        run.verdict()
                .must(
                        "it has, once it is back",
                        from + 1 + ".." + wanted,
                        read.numbers().size() + " before and "
                                + resumed.numbers().size() + " after its return",
                        all.equals(
                                LongStream.rangeClosed(from + 1, wanted).boxed().toList()));
    }
}
