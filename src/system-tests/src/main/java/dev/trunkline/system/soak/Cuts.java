package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections away: the agents' own at random, the platforms' streams when asked to. */
final class Cuts {
    private static final double LONGEST_AWAY = 3;
    private static final double LONGEST_RETURN = 40;

    private final Run run;
    private final Set<Seat> spared = ConcurrentHashMap.newKeySet();
    private final AtomicInteger clients = new AtomicInteger();
    private int streams;
    private final Map<Centre, Double> slowestReturns = new ConcurrentHashMap<>();
    private volatile boolean over;

    Cuts(Run run) {
        this.run = run;
    }

    /** From now on one agent after the other loses his WebSocket for a moment. */
    void cutClients() {
        long period = Math.round(1e9 / run.scale().clientCutsPerSecond());
        run.clock().scheduleAtFixedRate(this::cutClient, period, period, TimeUnit.NANOSECONDS);
    }

    private void cutClient() {
        Seat seat = run.seats().get(run.fates().agent());
        if (!over && clients.get() < run.scale().clientCuts() && !spared.contains(seat) && seat.listens()) {
            clients.incrementAndGet();
            seat.cut(run.fates().seconds(0, LONGEST_AWAY));
        }
    }

    void spare(Seat seat) {
        spared.add(seat);
    }

    void spareNobody() {
        spared.clear();
    }

    /** Those that are due are done, without the calm between them. */
    void finish() {
        while (clients.get() < run.scale().clientCuts()) {
            cutClient();
            Pause.seconds(0.01);
        }
        over = true;
    }

    int clients() {
        return clients.get();
    }

    int streams() {
        return streams;
    }

    /** Of the last of those whose stream was cut. */
    Shares<String> slowestReturns() {
        return Shares.of(
                run.centres(),
                centre -> String.format(Locale.ROOT, "%.1f s", slowestReturns.getOrDefault(centre, 0.0)));
    }

    /** One stream cut: every second time of one agent in a call, else of all; returns when the links are said to be restored. */
    void cutStream() {
        List<LiveCalls.Call> talking = run.dialling().live().talking();
        boolean one = streams % 2 == 1 && !talking.isEmpty();
        List<Seat> seats = one
                ? List.of(talking.get((int) run.fates().seconds(0, talking.size()))
                        .seat())
                : run.seats();
        streams++;
        long from = Frame.nowMicros();
        double took = cut(seats, one, 0);
        seats.forEach(seat -> slowestReturns.merge(seat.centre(), (seat.restored() - from) / 1e6, Math::max));
        Console.say(
                "stream cut %d, of %s; back after %.1f s",
                streams, one ? seats.get(0).name() : "all", took);
    }

    /** @return seconds from its end to the last link restored */
    double cut(List<Seat> seats, boolean one, double seconds) {
        long from = Frame.nowMicros();
        String fault = "{\"kind\":\"cut-stream\",\"seconds\":" + seconds;
        if (one) {
            Seat seat = seats.get(0);
            seat.centre().controls().fault(fault + ",\"agent\":\"" + seat.name() + "\"}");
        } else {
            run.centres().forEach(centre -> centre.controls().fault(fault + "}"));
        }
        return awaitReturn(seats, from, seconds);
    }

    /** The gateway says to each of them that his link stands again. */
    double awaitReturn(List<Seat> seats, long from, double seconds) {
        boolean all =
                Pause.until(seconds + LONGEST_RETURN, () -> seats.stream().allMatch(seat -> seat.restored() > from));
        long now = Frame.nowMicros();
        seats.forEach(seat -> run.outages().cut(seat.name(), from, seat.restored() > from ? seat.restored() : now));
        if (!all) {
            long missing =
                    seats.stream().filter(seat -> seat.restored() <= from).count();
            Console.say("%d links were not said to be restored within %.0f s", missing, LONGEST_RETURN);
        }
        return (now - from) / 1e6 - seconds;
    }
}
