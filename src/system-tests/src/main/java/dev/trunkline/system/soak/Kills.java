package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code kill -9} of the gateway in full flow, and its start on the same database. */
final class Kills {
    private static final double LONGEST_RETURN = 120;
    private static final double MICROS = 1e6;

    private final Run run;
    private final List<Comeback> comebacks = new ArrayList<>();

    /** In seconds: until it was ready, and from then until the last agent's link stood. */
    private record Comeback(double ready, double attached) {}

    Kills(Run run) {
        this.run = run;
    }

    void kill() {
        long from = Frame.nowMicros();
        run.house().killGateway();
        Console.say(
                "kill -9 of the gateway, %d calls live", run.dialling().live().count());
        run.house().startGateway();
        long ready = Frame.nowMicros();
        run.outages().gatewayDown(from, ready);
        Map<Seat, Long> up = Links.await(run.seats(), LONGEST_RETURN);
        long now = Frame.nowMicros();
        run.seats().forEach(seat -> run.outages().cut(seat.name(), from, up.getOrDefault(seat, now)));
        long last = up.values().stream().mapToLong(Long::longValue).max().orElse(now);
        Comeback comeback = new Comeback((ready - from) / MICROS, (last - ready) / MICROS);
        comebacks.add(comeback);
        Console.say(
                "the gateway is ready after %.1f s, %d of %d agents are attached after %.1f s more",
                comeback.ready, up.size(), run.seats().size(), comeback.attached);
    }

    int count() {
        return comebacks.size();
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                comebacks.stream()
                        .map(one -> String.format(Locale.ROOT, "%.1f + %.1f", one.ready, one.attached))
                        .toList());
    }
}
