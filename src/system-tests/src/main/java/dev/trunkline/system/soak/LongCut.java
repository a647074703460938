package dev.trunkline.system.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All streams of the platform are away for a long while, in mid-call, and the far ends hang up meanwhile. */
final class LongCut {
    private static final long RIGHT_WITHIN = 5_000_000;
    private static final long NEVER = 999_000_000;
    private static final double MICROS = 1e6;

    private final Run run;
    private final Cuts cuts;
    private final LiveCalls live;

    LongCut(Run run, Cuts cuts) {
        this.run = run;
        this.cuts = cuts;
        this.live = run.dialling().live();
    }

    void cut(double seconds) {
        Pause.until(10, () -> !live.talking().isEmpty());
        live.keepAll(true);
        List<LiveCalls.Call> calls = live.talking();
        Console.say("all streams are cut for %.0f s; %d calls will be hung up meanwhile", seconds, calls.size());
        for (LiveCalls.Call call : calls) {
            // Early enough for the wrap-up to be over too.
            long at = Math.round(1_000 * run.fates().seconds(1, seconds * 0.6));
            run.clock().schedule(() -> live.farEndHangsUp(call), at, TimeUnit.MILLISECONDS);
        }
        long cutOff = Frame.nowMicros();
        double took = cuts.cut(run.seats(), false, seconds);
        Console.say("the last link is restored %.1f s after the end of the cut", took);
        Map<String, Long> back = back(cutOff);
        Pause.until(RIGHT_WITHIN / MICROS + 1, () -> calls.stream().allMatch(call -> endOf(call) > 0));
        live.keepAll(false);
        judge(calls, back);
    }

    /** When each agent's stream stood again: by the platform's books; whose session outlived the cut, by what he was told. */
    private Map<String, Long> back(long cutOff) {
        Map<String, Long> back = new HashMap<>();
        run.seats().stream()
                .filter(seat -> seat.restored() > cutOff)
                .forEach(seat -> back.put(seat.name(), seat.restored()));
        for (Centre centre : run.centres()) {
            for (JsonNode session : centre.controls().sessions()) {
                long connected = Dialling.micros(session.path("connectedAt").asText());
                if (connected > cutOff) {
                    back.put(session.path("agent").asText(), connected);
                }
            }
        }
        return back;
    }

    private void judge(List<LiveCalls.Call> calls, Map<String, Long> back) {
        List<String> late = new ArrayList<>();
        Shares<Slowest> slowest = Shares.of(run.centres(), centre -> new Slowest());
        for (LiveCalls.Call call : calls) {
            String agent = call.seat().name();
            long took = endOf(call) == 0 ? Long.MAX_VALUE : endOf(call) - back.getOrDefault(agent, Frame.nowMicros());
            slowest.of(call.seat().centre()).add(took);
            if (took > RIGHT_WITHIN) {
                late.add(agent + " call " + call.callId()
                        + (took == Long.MAX_VALUE ? " is not right" : " is right after " + took / 1_000 + " ms"));
            }
        }
        run.verdict().none("calls not right 5 s after a long cut", late);
        run.verdict()
                .must("slowest call to be right after it", "<= 5.0 s on each", slowest, slowest.all(Slowest::isRight));
    }

    /** The slowest call of a platform. */
    private static final class Slowest {
        private long micros;
        private int calls;

        void add(long took) {
            micros = Math.max(micros, Math.min(took, NEVER));
            calls++;
        }

        boolean isRight() {
            return calls > 0 && micros <= RIGHT_WITHIN;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s of %d calls", micros / MICROS, calls);
        }
    }

    /** When its end was heard; 0 if it was not. */
    private static long endOf(LiveCalls.Call call) {
        return call.seat().book().all().stream()
                .filter(heard -> heard.callId().equals(call.callId())
                        && heard.lifeCycle().equals("ENDED"))
                .mapToLong(Heard::micros)
                .findFirst()
                .orElse(0);
    }
}
