package dev.trunkline.simulator.gws.centre;

import java.util.List;

/** A third party: called while the customer waits, or at once (sheet 4.1). On the lane. */
final class Consults {
    private final Room room;
    private final Dialling dialling;
    private final CallFlow flow;

    Consults(Room room, Dialling dialling, CallFlow flow) {
        this.room = room;
        this.dialling = dialling;
        this.flow = flow;
    }

    /** The call is held first, then there is another. */
    void start(Agent agent, Call call, Operation operation) {
        String number = elsewhere(agent, operation);
        Call consult = dialling.place(CallType.CONSULT, agent, number, call);
        consult.userData().putAll(call.userData());
        operation.userData().ifPresent(consult.userData()::putAll);
        Party own = own(agent, call);
        if (own.state() != CallState.HELD) {
            own.become(CallState.HELD);
            flow.tell(call, agent);
        }
        flow.begin(consult);
    }

    private static String elsewhere(Agent agent, Operation operation) {
        String number = operation.destination();
        if (number.equals(agent.number())) {
            throw StatusException.invalid("The destination is the agent's own device.");
        }
        return number;
    }

    private static Party own(Agent agent, Call call) {
        return call.of(agent).filter(Party::live).orElseThrow(() -> StatusException.notFound("The call"));
    }

    void swap(Agent agent, Call call, Operation operation) {
        Call other = named(agent, operation.otherCallUri(), "otherCallUri");
        if (other == call) {
            throw StatusException.invalid("The call cannot be swapped with itself.");
        }
        Call active = own(agent, call).state() == CallState.ESTABLISHED ? call : other;
        Call held = active == call ? other : call;
        if (own(agent, active).state() != CallState.ESTABLISHED
                || own(agent, held).state() != CallState.HELD) {
            throw StatusException.state("One of the calls must be established, the other held.");
        }
        own(agent, active).become(CallState.HELD);
        flow.tell(active, agent);
        own(agent, held).become(CallState.ESTABLISHED);
        flow.tell(held, agent);
    }

    /** By its full address, as the API has it; of which host is not looked at. */
    private Call named(Agent agent, String uri, String member) {
        if (uri.isEmpty()) {
            throw StatusException.missing(member);
        }
        if (!uri.matches("https?://[^/]+/.*/calls/[^/]+")) {
            throw StatusException.invalid("'" + member + "' must be the full URI of a call.");
        }
        return room.calls().of(agent, uri.substring(uri.lastIndexOf('/') + 1));
    }

    /** Customer and consulted party talk on without him. */
    void transfer(Agent agent, Call call, Operation operation) {
        Call original = merge(agent, call, operation);
        flow.release(original, own(agent, original));
        room.publisher().call(original, "ParticipantsUpdated");
    }

    /** All three talk. */
    void conference(Agent agent, Call call, Operation operation) {
        Call original = merge(agent, call, operation);
        Party own = own(agent, original);
        own.become(CallState.ESTABLISHED);
        room.publisher().call(original, "ParticipantsUpdated");
    }

    /** The parties of the consult come over into the call that it was about, which is the one that lives on. */
    private Call merge(Agent agent, Call call, Operation operation) {
        Call consult = consultOf(agent, call, operation);
        Call original = consult.parent().orElseThrow();
        List<Party> consulted =
                consult.live().stream().filter(party -> !party.is(agent)).toList();
        if (consulted.stream().noneMatch(Party::talks)) {
            throw StatusException.state("The consulted party has not answered.");
        }
        flow.endAll(consult);
        consulted.forEach(party -> {
            Party moved = original.join(party.agent()
                    .map(one -> Party.of(one, CallState.DIALING))
                    .orElseGet(() -> Party.outside(party.number(), CallState.RINGING)));
            moved.become(CallState.ESTABLISHED);
        });
        return original;
    }

    private Call consultOf(Agent agent, Call call, Operation operation) {
        Call other = Calls.otherOfConsult(agent, call)
                .orElseThrow(() -> StatusException.state("There is no consult of this call."));
        Call consult = call.parent().isPresent() ? call : other;
        if (!operation.consultCallUri().isEmpty()
                && named(agent, operation.consultCallUri(), "consultCallUri") != consult) {
            throw StatusException.invalid("'consultCallUri' is not the consult of this call.");
        }
        return consult;
    }

    /** The customer is handed over without a word. */
    void handOver(Agent agent, Call call, Operation operation) {
        Party third = dialling.invite(call, elsewhere(agent, operation));
        flow.release(call, own(agent, call));
        flow.proceed(call, third);
    }

    /** Somebody comes in as soon as he answers. */
    void bringIn(Agent agent, Call call, Operation operation) {
        Party third = dialling.invite(call, elsewhere(agent, operation));
        flow.proceed(call, third);
    }
}
