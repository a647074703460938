package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import java.util.Optional;

/** Calls with three parties: consult, transfer, conference, and who owns which dialog then (sheet 4.1, 4.2). On the lane. */
final class ConsultFlow {
    private final Calls calls;
    private final CallFlow flow;
    private final Partings partings;
    private final Directory directory;
    private final Publisher publisher;

    ConsultFlow(Room room, CallFlow flow, Partings partings) {
        calls = room.calls();
        directory = room.directory();
        publisher = room.publisher();
        this.flow = flow;
        this.partings = partings;
    }

    /** The original is held, a second call begins. */
    void consult(Dialog original, DialogCommand command) {
        original.own().become(CallState.HELD);
        publisher.changed(original, command.requestId());
        flow.begin(calls.place(original.agent(), command.toAddress(), CallType.CONSULT), command.requestId());
    }

    /** The agent leaves both calls, the parties of the other join those of the one that survives. */
    void transfer(Dialog held, String requestId) {
        otherActive(held).ifPresent(other -> {
            Dialog survivor = survivor(held, other);
            Dialog gone = survivor == held ? other : held;
            survivor.call().isTransferOf(gone.call());
            bringAll(gone, survivor.call());
            partings.leave(survivor, requestId);
            partings.drop(gone.call());
        });
    }

    /** The original, unless the agent alternated: then the consult call (sheet 4.2). */
    private static Dialog survivor(Dialog held, Dialog active) {
        boolean heldIsConsult = held.call().callType().equals(CallType.CONSULT);
        Dialog consult = heldIsConsult ? held : active;
        Dialog original = heldIsConsult ? active : held;
        return consult.call().alternated() ? consult : original;
    }

    /** Everybody on the line but the agent himself comes over; agents see the surviving call in their list. */
    private void bringAll(Dialog from, Call to) {
        for (Participant party : from.call().live()) {
            Optional<Dialog> theirs = from.call().dialogOf(party);
            if (theirs.isEmpty()) {
                to.join(new Participant(party.mediaAddress(), isPhone(party.mediaAddress()), party.state()));
            } else if (theirs.get() != from) {
                publisher.added(calls.bring(to, theirs.get().agent(), party.state()), "");
            }
        }
    }

    /** An agent's phone rings first, and is refused while it has a call; any other number takes the call at once, unseen from here. */
    void transferBlind(Dialog dialog, DialogCommand command) {
        Optional<Agent> called = directory.at(command.toAddress());
        Optional<CtiError> refusal = refusal(command, called);
        if (refusal.isPresent()) {
            publisher.callError(dialog, refusal.get(), command.requestId());
            return;
        }
        Call call = dialog.call();
        call.isTransferred();
        called.ifPresentOrElse(
                agent -> flow.ringAt(call, agent),
                () -> call.join(new Participant(command.toAddress(), isPhone(command.toAddress()), CallState.ACTIVE)));
        partings.leave(dialog, command.requestId());
    }

    private Optional<CtiError> refusal(DialogCommand command, Optional<Agent> called) {
        if (called.filter(flow::busy).isPresent()) {
            return Optional.of(CtiError.RESOURCE_BUSY);
        }
        boolean invalid = called.isEmpty() && FarEnd.of(command.toAddress()) == FarEnd.INVALID_NUMBER;
        return invalid ? Optional.of(CtiError.INVALID_CALLED_DEVICE) : Optional.empty();
    }

    /** The consulted party joins the original call. */
    void conference(Dialog original, String requestId) {
        otherActive(original).ifPresent(consult -> {
            original.call().isConferenceWith(consult.call(), original.agent());
            original.own().become(CallState.ACTIVE);
            bringAll(consult, original.call());
            partings.drop(consult.call());
            publisher.changed(original, requestId);
        });
    }

    /** By default only agents' phones can be dropped. */
    void dropParty(Dialog dialog, DialogCommand command) {
        Call call = dialog.call();
        call.live().stream()
                .filter(party -> party.mediaAddress().equals(command.target()))
                .filter(party -> party.agentDevice() && party != dialog.own())
                .findFirst()
                .ifPresentOrElse(
                        party -> partings.leave(call, party, dialog, command.requestId()),
                        () -> publisher.callError(dialog, CtiError.GENERIC, command.requestId()));
    }

    /** A phone has one active call: retrieving one holds the other. */
    void takeTurns(Dialog dialog) {
        if (!dialog.call().callType().equals(CallType.CONSULT)) {
            dialog.agent().talks().forEach(talk -> talk.call().alternate());
        }
        otherActive(dialog).ifPresent(other -> {
            other.own().become(CallState.HELD);
            publisher.changed(other, "");
        });
    }

    private boolean isPhone(String address) {
        return directory.hasPhone(address);
    }

    private static Optional<Dialog> otherActive(Dialog dialog) {
        return dialog.agent().dialogs().stream()
                .filter(other -> other != dialog && other.own().state() == CallState.ACTIVE)
                .findFirst();
    }
}
