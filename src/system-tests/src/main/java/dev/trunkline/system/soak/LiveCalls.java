package dev.trunkline.system.soak;

import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Frame;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The calls that go on, as they are heard; ends each when its time has come. */
final class LiveCalls {
    private static final int ACCEPTED = 202;
    private static final Set<String> TALKING = Set.of("CONNECTED", "HELD");
    private static final long AGAIN_MILLIS = 2_000;

    private final Controls controls;
    private final CommandBook commands;
    private final ScheduledExecutorService clock;
    private final Map<Dial, Call> calls = new ConcurrentHashMap<>();
    private final Set<Dial> kept = ConcurrentHashMap.newKeySet();
    private volatile boolean allKept;

    /** A call of this agent. */
    record Call(Seat seat, Dial dial, String callId, boolean talking) {}

    LiveCalls(Controls controls, CommandBook commands, ScheduledExecutorService clock) {
        this.controls = controls;
        this.commands = commands;
        this.clock = clock;
    }

    void heard(Seat seat, Dial dial, Heard heard) {
        if (heard.lifeCycle().equals("ENDED")) {
            calls.remove(dial);
            return;
        }
        boolean talking = TALKING.contains(heard.lifeCycle());
        calls.put(dial, new Call(seat, dial, heard.callId(), talking));
        if (talking && dial.takeHangUp()) {
            long talk = Math.round(dial.fate().talkSeconds() * 1_000);
            clock.schedule(() -> hangUp(dial), talk, TimeUnit.MILLISECONDS);
        }
    }

    private void hangUp(Dial dial) {
        Call call = calls.get(dial);
        if (call == null || !call.talking) {
            return;
        }
        if (allKept || kept.contains(dial)) {
            again(dial);
        } else if (dial.fate().farEndHangsUp()) {
            controls.farEnd(call.callId, "hangup").whenComplete((answer, lost) -> again(dial));
        } else {
            drop(call);
        }
    }

    /** Until it is heard that the call is over: the gateway may just be dead. */
    private void again(Dial dial) {
        clock.schedule(() -> hangUp(dial), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void drop(Call call) {
        String message = AgentClient.message("OutboundCall", "Drop", "{\"callId\":\"" + call.callId + "\"}", "", "");
        call.seat.client().post(message).whenComplete((answer, lost) -> {
            if (lost == null && answer.statusCode() == ACCEPTED) {
                String command =
                        Controls.json(answer.body()).at("/message/commandId").asText();
                commands.accepted(command, call.seat.name(), "Drop", Frame.nowMicros());
            }
            // A drop that was cut short by a kill is not done again by the gateway.
            clock.schedule(() -> hangUp(call.dial), 5 * AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** Now, by the far end. */
    void farEndHangsUp(Call call) {
        controls.farEnd(call.callId, "hangup");
    }

    List<Call> talking() {
        return calls.values().stream().filter(Call::talking).toList();
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
