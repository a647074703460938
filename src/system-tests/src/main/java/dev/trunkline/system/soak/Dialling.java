package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the agents dial at a steady rate, each one call after the other, and follows what is heard of the calls. */
final class Dialling {
    private static final int TICK_MILLIS = 50;
    /** What could not be begun for a while does not come all at once then. */
    private static final double MOST_AT_ONCE = 5;

    private static final int BETWEEN_DIALS_MILLIS = 300;
    private static final long MILLION = 1_000_000;

    private final List<Seat> seats;
    private final ScheduledExecutorService clock;
    private final List<Dial> all = new ArrayList<>();
    private final Map<String, Dial> byLine = new ConcurrentHashMap<>();
    private final Map<String, Dial> byCommand = new ConcurrentHashMap<>();
    private final Map<Seat, Line> lines = new ConcurrentHashMap<>();
    private final LiveCalls live;
    private final Asking asking;
    private final CommandBook commands;
    private final double perTick;
    private double due;
    private int begun;
    private volatile boolean paused = true;
    private volatile int kept;

    Dialling(
            List<Fate> fates,
            String keys,
            List<Seat> seats,
            CommandBook commands,
            ScheduledExecutorService clock,
            double perSecond) {
        this.seats = seats;
        this.clock = clock;
        this.commands = commands;
        this.perTick = perSecond * TICK_MILLIS / 1_000;
        this.live = new LiveCalls(commands, clock);
        this.asking = new Asking(commands, clock, this::known, this::over);
        fates.forEach(fate -> all.add(new Dial(
                fate,
                keys + "-" + fate.index(),
                seats.get(fate.agent()).centre().platform().channel())));
        all.forEach(dial -> byLine.put(dial.fate().line(), dial));
        seats.forEach(seat -> lines.put(seat, new Line()));
    }

    void start() {
        clock.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void pause(boolean now) {
        paused = now;
    }

    /** So many of the last ones are not begun until this is taken back. */
    void keep(int last) {
        kept = last;
    }

    LiveCalls live() {
        return live;
    }

    Collection<Dial> all() {
        return List.copyOf(all);
    }

    private void tick() {
        if (paused) {
            return;
        }
        due = Math.min(due + perTick, MOST_AT_ONCE);
        while (due >= 1 && begun < all.size() - kept) {
            due--;
            Dial dial = all.get(begun++);
            Seat seat = seats.get(dial.fate().agent());
            lines.get(seat).add(dial);
            next(seat);
        }
    }

    private void next(Seat seat) {
        lines.get(seat).next().ifPresent(dial -> asking.dial(seat, dial));
    }

    private void known(Seat seat, Dial dial, String commandId) {
        byCommand.put(commandId, dial);
        commands.outcome(commandId).filter(end -> !end.code().isEmpty()).ifPresent(failed -> over(seat, dial));
    }

    private void over(Seat seat, Dial dial) {
        lines.get(seat).over(dial);
        asking.repeatAfter(seat, dial);
        clock.schedule(() -> next(seat), BETWEEN_DIALS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What an agent hears. */
    void heard(Seat seat, Heard heard, Frame frame) {
        String command = frame.gateway("commandId");
        String code = frame.gateway("code");
        if (!command.isEmpty()) {
            commands.settled(command, micros(frame.gateway("time")), code);
        }
        if (!heard.callRef().isEmpty()) {
            Optional.ofNullable(byLine.get(Fate.line(frame.first("toAddress"))))
                    .ifPresent(dial -> call(seat, dial, heard));
        } else if (!code.isEmpty() && byCommand.containsKey(command)) {
            over(seat, byCommand.get(command));
        }
    }

    private void call(Seat seat, Dial dial, Heard heard) {
        live.heard(seat, dial, heard);
        if (heard.lifeCycle().equals("CONNECTED")) {
            asking.repeatDuring(seat, dial);
        } else if (heard.lifeCycle().equals("ENDED")) {
            over(seat, dial);
        }
    }

    static long micros(String time) {
        Instant moment = Instant.parse(time);
        return moment.getEpochSecond() * MILLION + moment.getNano() / 1_000;
    }

    int begunSoFar() {
        return begun;
    }

    /** What could not be asked until now is not asked any more. */
    void lastCall() {
        asking.giveUp();
    }

    /** Whether every dial was begun and came to its end. */
    boolean allOver() {
        return begun == all.size() && lines.values().stream().allMatch(Line::isFree) && live.none();
    }

    /** Planned repeats that have no answer yet, of dials that were accepted. */
    long repeatsDue() {
        return all.stream()
                .filter(dial ->
                        dial.fate().repeat().isPresent() && dial.commandId().isPresent() && !dial.repeated())
                .count();
    }
}
