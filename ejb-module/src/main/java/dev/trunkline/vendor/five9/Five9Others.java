package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.Five9Notes.Third;
import dev.trunkline.vendor.five9.Five9Seat.HandOver;
import dev.trunkline.vendor.five9.Five9Settings.ConsultAs;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Transfers and conferences (sheet 4). As what a consult was begun, so it ends: a transfer is completed or cancelled, of a conference the third
 * is put out or all are joined. The other way takes more steps.
 */
record Five9Others(Five9Talk talk) {
    private static final String POST = "POST";
    private static final String PUT = "PUT";

    /** Where somebody is called: which request, and what it says. */
    private record Destination(String kind, String value) {
        static Optional<Destination> read(String written) {
            int colon = written.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Destination(written.substring(0, colon), written.substring(colon + 1)));
        }

        String written() {
            return kind + ":" + value;
        }
    }

    private Five9Client client() {
        return talk.client();
    }

    private String callId() {
        return talk.order().callId();
    }

    private String command() {
        return talk.order().commandId();
    }

    private Destination destination() {
        String to = talk.order().text("toAddress").orElse("");
        return switch (talk.order().text("destinationType").orElse("number").toLowerCase(Locale.ROOT)) {
            case "number" -> new Destination("number", to);
            case "agent" -> new Destination("agent", colleague(to));
            case "queue", "skill" -> new Destination("skill", to);
            case "campaign" -> new Destination("campaign", to);
            default ->
                throw new VendorException(Code.INVALID_DATA, "destinationType: number, agent, queue or campaign");
        };
    }

    /** By id, name or number. */
    private String colleague(String name) {
        if (name.matches("\\d{6,}")) {
            return name;
        }
        return client().colleagues(talk.agent()).stream()
                .filter(one -> named(one, name))
                .map(one -> JsonParts.text(one, "id"))
                .findFirst()
                .orElse(name);
    }

    private static boolean named(JsonObject one, String name) {
        return Stream.of("id", "userName", "fullName", "extension", "name")
                .anyMatch(member -> JsonParts.text(one, member).equalsIgnoreCase(name));
    }

    // ---- handing over

    void directTransfer() {
        handOver(() -> transfer(destination(), false), callId());
    }

    /** Nothing that is told says that the call went on without him. */
    private void handOver(Runnable deed, String call) {
        talk.seat().handsOver(new HandOver(command(), call));
        talk.seat().note(call, notes -> notes.ending(Reason.TRANSFERRED));
        unlessRefused(
                () -> talk.shows(one -> !one.live(), deed), () -> talk.seat().note(call, Five9Notes::goesOn));
    }

    private void unlessRefused(Runnable deed, Runnable undo) {
        try {
            deed.run();
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                undo.run();
            }
            if (Five9ErrorMapper.wrongLogInState(refused)) {
                talk.seat().follow().reread(); // which goes on with the log-in
            }
            throw refused;
        }
    }

    private void transfer(Destination to, boolean warm) {
        boolean check = client().settings().checkMultipleContacts();
        switch (to.kind()) {
            case "agent" -> ask(PUT, "transfer_to_agent", Five9Body.towards("agentId", to.value(), warm));
            case "skill" -> ask(PUT, "transfer_to_skill", Five9Body.towards("skillId", to.value(), warm));
            case "campaign" -> ask(PUT, "transfer_to_campaign", Five9Body.towards("campaignId", to.value(), warm));
            default -> ask(PUT, "transfer_to_external_number", Five9Body.transfer(number(to.value()), check, warm));
        }
    }

    private void addToConference(Destination to, boolean warm) {
        switch (to.kind()) {
            case "agent" -> ask(POST, "add_agent_to_conference", Five9Body.towards("agentId", to.value(), warm));
            case "skill" -> ask(POST, "add_skill_to_conference", Five9Body.towards("skillId", to.value(), warm));
            case "campaign" ->
                ask(POST, "add_campaign_to_conference", Five9Body.towards("campaignId", to.value(), warm));
            default -> ask(POST, "add_external_to_conference", Five9Body.participant(number(to.value()), warm));
        }
    }

    private void ask(String method, String action, String body) {
        client().operateOnce(talk.agent(), method, callId(), action, body);
    }

    private String number(String written) {
        return Five9Dialling.number(client().settings(), written);
    }

    // ---- consult

    void consult() {
        boolean transfer = client().settings().consult() == ConsultAs.TRANSFER;
        Destination to = destination();
        String address = talk.order().text("toAddress").orElse("");
        talk.seat().handsOver(new HandOver(command(), callId()));
        begun(Third.asked(command(), address, transfer, false).calling(to.written()), () -> {
            if (transfer) {
                transfer(to, true);
            } else {
                addToConference(to, true);
            }
        });
        talk.seat().follow().reread(); // it may be that he is told of as nothing but the customer's waiting
    }

    /** Known before it is asked: the third party may be told of sooner than the answer comes. */
    private void begun(Third third, Runnable deed) {
        boolean consult = !third.joining();
        if (consult) {
            talk.seat().wishes().await(command(), this::consulting);
        }
        note(none -> Optional.of(third));
        unlessRefused(deed, () -> {
            talk.seat().wishes().forget(command());
            note(some -> Optional.empty());
            talk.seat().follow().retell(callId());
        });
    }

    private boolean consulting(Five9Call call) {
        return call.id().equals(callId())
                && Five9EventMapper.lifeCycle(call)
                        .filter(LifeCycle.CONSULTING::equals)
                        .isPresent();
    }

    private void note(Function<Optional<Third>, Optional<Third>> change) {
        talk.seat().note(callId(), notes -> notes.with(change.apply(notes.third())));
    }

    private Third third() {
        return talk.seat()
                .notes(callId())
                .third()
                .orElseThrow(() -> new VendorException(Code.INVALID_STATE, "nobody is consulted"));
    }

    void transfer() {
        if (third().transfer()) {
            handOver(() -> ask(PUT, "complete_transfer", ""), callId());
            return;
        }
        conference();
        boolean joined = talk.seat()
                .until(
                        seat -> seat.call(callId())
                                .flatMap(Five9Call::conference)
                                .isPresent(),
                        stepTimeout());
        if (!joined) {
            throw new VendorException(Code.NOT_EFFECTIVE, "Five9 did not join the customer and the consulted party");
        }
        String outcome = new Five9WrapUp(talk).byDefaultIfAny();
        handOver(() -> ask(PUT, "leave_conference", Five9Body.leave(outcome)), callId());
    }

    /** Of a transfer that is under way no source says that it can become a conference: where it cannot, the third is called again. */
    void conference() {
        Third before = third();
        note(third -> third.map(one -> one.toJoin(true)));
        try {
            ask(POST, "complete_warm_conference", "");
            talk.seat().follow().reread();
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                note(third -> third.map(one -> one.toJoin(false)));
            }
            if (!before.transfer() || !Five9ErrorMapper.over(refused)) {
                throw refused;
            }
            callAgain(before);
        }
    }

    private void callAgain(Third before) {
        Destination whom = Destination.read(before.called())
                .orElseThrow(() -> new VendorException(
                        Code.NOT_SUPPORTED, "Five9 cannot make a conference of this transfer, and it is not ours"));
        ask(PUT, "cancel_transfer", "");
        boolean alone = talk.seat().until(seat -> seat.notes(callId()).third().isEmpty(), stepTimeout());
        if (!alone) {
            note(none -> Optional.empty());
        }
        begun(
                Third.asked(before.command(), before.number(), false, true).calling(before.called()),
                () -> addToConference(whom, false));
    }

    /** The customer is back when it is over. */
    void dropConsult() {
        Third third = third();
        if (third.transfer()) {
            talk.overIsDone(() -> client().operate(talk.agent(), callId(), "cancel_transfer", ""), Five9Talk::live);
        } else {
            putOut(third);
        }
    }

    void dropParticipant() {
        String address = talk.order().text("participantAddress").orElse("");
        Third third = third();
        if (!third.number().equals(address)) {
            throw new VendorException(
                    Code.INVALID_DATA, "participantAddress: only who was called to the conference can be put out");
        }
        putOut(third);
    }

    private void putOut(Third third) {
        if (third.leg().isEmpty()) {
            throw new VendorException(Code.INVALID_STATE, "Five9 has not named that party yet");
        }
        client().operate(talk.agent(), third.leg(), "disconnectConferenceParticipant", "");
    }

    private Duration stepTimeout() {
        return client().settings().stepTimeout();
    }
}
