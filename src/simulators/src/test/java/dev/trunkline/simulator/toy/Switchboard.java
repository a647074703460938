package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Person;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agents, their calls and what happens to each by itself. On the lane. */
final class Switchboard {
    private final ToySettings settings;
    private final Streams streams;
    private final Steps<Call> steps;
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();

    Switchboard(List<Person> people, ToySettings settings, Lane lane, Streams streams) {
        this.settings = settings;
        this.streams = streams;
        steps = new Steps<>(lane);
        people.forEach(person -> agents.put(person.userName(), new Agent(person)));
    }

    private Agent agent(String name) {
        return agents.get(name);
    }

    Map<String, Object> everything(String name) {
        return Map.of("agent", agent(name).told(""), "calls", liveCalls(name));
    }

    private List<Map<String, Object>> liveCalls(String name) {
        return calls.values().stream()
                .filter(call -> call.agent().name().equals(name) && !call.over())
                .map(Call::told)
                .toList();
    }

    void change(String name, String state, String phone, String mark) {
        if (!List.of("ready", "away", "out").contains(state)) {
            throw new RefusedException(400, "no such state: " + state);
        }
        Agent agent = agent(name);
        agent.become(state, phone);
        streams.tell(name, Map.of("agent", agent.told(mark)), false);
    }

    Call dial(String name, String number, String mark) {
        Agent agent = agent(name);
        if (!agent.isAt("ready") || !liveCalls(name).isEmpty()) {
            throw new RefusedException(409, "the agent is not free");
        }
        Call call = new Call(UUID.randomUUID().toString(), agent, number, mark);
        if (call.farEnd() == FarEnd.INVALID_NUMBER) {
            throw new RefusedException(422, "no such number");
        }
        calls.put(call.id(), call);
        tell(call);
        if (call.farEnd() == FarEnd.STREAM_CUT) {
            streams.cut(name, settings.streamCut());
        }
        steps.next(call, settings.begin(), () -> goOn(call));
        return call;
    }

    private void goOn(Call call) {
        switch (call.farEnd()) {
            case BUSY -> end(call, "busy");
            case REJECTS -> end(call, "rejected");
            case NO_ANSWER -> {
                become(call, "ringing");
                steps.next(call, settings.noAnswer(), () -> end(call, "unanswered"));
            }
            default -> {
                become(call, "ringing");
                steps.next(call, settings.ring(), () -> answer(call));
            }
        }
    }

    private void answer(Call call) {
        become(call, "talking");
        if (call.farEnd() == FarEnd.SHORT_CALL) {
            steps.next(call, settings.shortCall(), () -> end(call, "remote"));
        }
    }

    private void end(Call call, String cause) {
        steps.cancel(call);
        call.become("over", cause);
        tell(call);
    }

    private void become(Call call, String state) {
        call.become(state, "");
        tell(call);
    }

    private void tell(Call call) {
        boolean disorderly = call.farEnd() == FarEnd.DISORDERLY_EVENTS;
        streams.tell(call.agent().name(), Map.of("call", call.told()), disorderly);
    }

    void hangUp(String name, String id) {
        end(live(id).filter(call -> call.agent().name().equals(name)).orElseThrow(Switchboard::noCall), "agent");
    }

    void farEnd(String id, String action) {
        Call call = live(id).orElseThrow(Switchboard::noCall);
        steps.cancel(call);
        if (action.equals("hangup")) {
            end(call, call.isIn("talking") ? "remote" : "rejected");
        } else {
            answer(call);
        }
    }

    private Optional<Call> live(String id) {
        return Optional.ofNullable(calls.get(id)).filter(call -> !call.over());
    }

    private static RefusedException noCall() {
        return new RefusedException(404, "no such call");
    }

    List<BookEntry> books() {
        return calls.values().stream().map(Call::booked).toList();
    }

    void reset() {
        List.copyOf(calls.values()).stream().filter(call -> !call.over()).forEach(call -> end(call, "reset"));
        calls.clear();
    }
}
