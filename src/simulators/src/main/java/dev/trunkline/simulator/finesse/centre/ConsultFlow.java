package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.FarEnd;
import java.util.Optional;

/** Calls with three parties: consult, transfer, conference (sheet 4.1, 4.2). On the lane. */
final class ConsultFlow {
    private final Calls calls;
    private final CallFlow flow;
    private final Directory directory;
    private final Publisher publisher;

    ConsultFlow(Calls calls, CallFlow flow, Directory directory, Publisher publisher) {
        this.calls = calls;
        this.flow = flow;
        this.directory = directory;
        this.publisher = publisher;
    }

    /** The original is held, a second dialog begins. */
    void consult(Dialog original, DialogCommand command) {
        original.own().become(CallState.HELD);
        publisher.changed(original, command.requestId());
        Dialog consult = calls.create(original.agent(), command.toAddress(), CallFlow.CONSULT);
        flow.begin(consult, command.requestId());
    }

    /** The agent leaves both calls; the parties stay together without being seen here any more. */
    void transfer(Dialog original, String requestId) {
        otherActive(original).ifPresent(consult -> flow.drop(consult, ""));
        original.callType("TRANSFER");
        flow.end(original, requestId);
    }

    void transferBlind(Dialog dialog, DialogCommand command) {
        if (FarEnd.of(command.toAddress()) == FarEnd.INVALID_NUMBER) {
            publisher.callError(dialog, CtiError.INVALID_CALLED_DEVICE, command.requestId());
            return;
        }
        dialog.callType("TRANSFER");
        flow.end(dialog, command.requestId());
    }

    /** The consulted party joins the original dialog. */
    void conference(Dialog original, String requestId) {
        otherActive(original).ifPresent(consult -> {
            original.join(new Participant(consult.toAddress(), isAgent(consult.toAddress()), CallState.ACTIVE));
            original.callType("CONFERENCE");
            original.own().become(CallState.ACTIVE);
            flow.drop(consult, "");
            publisher.changed(original, requestId);
        });
    }

    /** By default only agents' phones can be dropped. */
    void dropParty(Dialog dialog, DialogCommand command) {
        boolean there = dialog.others().stream()
                .anyMatch(party -> party.mediaAddress().equals(command.target()) && party.agentDevice());
        if (!there) {
            publisher.callError(dialog, CtiError.GENERIC, command.requestId());
            return;
        }
        dialog.others().removeIf(party -> party.mediaAddress().equals(command.target()));
        publisher.changed(dialog, command.requestId());
    }

    /** A phone has one active call: retrieving one holds the other. */
    void holdOthers(Dialog dialog) {
        otherActive(dialog).ifPresent(other -> {
            other.own().become(CallState.HELD);
            publisher.changed(other, "");
        });
    }

    private boolean isAgent(String address) {
        return directory.hasPhone(address);
    }

    private static Optional<Dialog> otherActive(Dialog dialog) {
        return dialog.agent().dialogs().stream()
                .filter(other -> other != dialog && other.own().state() == CallState.ACTIVE)
                .findFirst();
    }
}
