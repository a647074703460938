package dev.trunkline.system.soak;

import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Frame;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The calls that go on, as they are heard; ends each when its time has come, and the work after it where the agent has to. */
final class LiveCalls {
    private static final int ACCEPTED = 202;
    private static final Set<String> TALKING = Set.of("CONNECTED", "HELD");
    private static final long AGAIN_MILLIS = 2_000;

    private final CommandBook commands;
    private final ScheduledExecutorService clock;
    private final Map<Dial, Call> calls = new ConcurrentHashMap<>();
    private final Set<Dial> kept = ConcurrentHashMap.newKeySet();
    private volatile boolean allKept;

    /** A call of this agent. */
    record Call(Seat seat, Dial dial, String callId, String lifeCycle) {
        boolean talking() {
            return TALKING.contains(lifeCycle);
        }

        /** Whether the agent is to say that his work after it is done. */
        boolean wantsWrapUp() {
            return lifeCycle.equals("WRAP_UP") && seat.centre().platform().wrapsUp();
        }
    }

    LiveCalls(CommandBook commands, ScheduledExecutorService clock) {
        this.commands = commands;
        this.clock = clock;
    }

    void heard(Seat seat, Dial dial, Heard heard) {
        if (heard.lifeCycle().equals("ENDED")) {
            calls.remove(dial);
            return;
        }
        Call call = new Call(seat, dial, heard.callId(), heard.lifeCycle());
        calls.put(dial, call);
        if (call.talking() && dial.takeHangUp()) {
            long talk = Math.round(dial.fate().talkSeconds() * 1_000);
            clock.schedule(() -> hangUp(dial), talk, TimeUnit.MILLISECONDS);
        }
        if (call.wantsWrapUp() && dial.takeWrapUp()) {
            clock.execute(() -> wrapUp(dial));
        }
    }

    private void hangUp(Dial dial) {
        Call call = calls.get(dial);
        if (call == null || !call.talking()) {
            return;
        }
        if (allKept || kept.contains(dial)) {
            again(dial);
        } else if (dial.fate().farEndHangsUp()) {
            farEndHangsUp(call).whenComplete((answer, lost) -> again(dial));
        } else {
            drop(call);
        }
    }

    /** Until it is heard that the call is over: the gateway may just be dead. */
    private void again(Dial dial) {
        clock.schedule(() -> hangUp(dial), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void drop(Call call) {
        // One that was cut short by a kill is not done again by the gateway.
        ask(call, "Drop", "")
                .thenRun(() -> clock.schedule(() -> hangUp(call.dial), 5 * AGAIN_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Until it is heard that he is done with it. */
    private void wrapUp(Dial dial) {
        Call call = calls.get(dial);
        if (call != null && call.wantsWrapUp()) {
            ask(call, "WrapUp", ",\"ready\":true").thenAccept(accepted -> {
                long wait = accepted ? 5 * AGAIN_MILLIS : AGAIN_MILLIS;
                clock.schedule(() -> wrapUp(dial), wait, TimeUnit.MILLISECONDS);
            });
        }
    }

    /** @param more members of the data @return whether the gateway took it */
    private CompletableFuture<Boolean> ask(Call call, String verb, String more) {
        String data = "{\"callId\":\"" + call.callId + "\"" + more + "}";
        return call.seat
                .client()
                .post(call.seat.message("OutboundCall", verb, data))
                .handle((answer, lost) -> {
                    boolean accepted = lost == null && answer.statusCode() == ACCEPTED;
                    if (accepted) {
                        String command = Controls.json(answer.body())
                                .at("/message/commandId")
                                .asText();
                        commands.accepted(command, call.seat.name(), verb, Frame.nowMicros());
                    }
                    return accepted;
                });
    }

    /** Now, by the far end. */
    CompletableFuture<?> farEndHangsUp(Call call) {
        return call.seat.centre().controls().farEnd(call.callId, "hangup");
    }

    List<Call> talking() {
        return calls.values().stream().filter(Call::talking).toList();
    }

    /** How many. */
    Shares<Long> talking(Collection<Centre> centres) {
        return Shares.of(centres, centre -> talking().stream()
                .filter(call -> call.seat.centre() == centre)
                .count());
    }

    int count() {
        return calls.size();
    }

    boolean none() {
        return calls.isEmpty();
    }

    /** This one goes on until it is let go. */
    void keep(Dial dial) {
        kept.add(dial);
    }

    void letGo() {
        kept.clear();
    }

    /** All go on until this is taken back. */
    void keepAll(boolean now) {
        allKept = now;
    }
}
