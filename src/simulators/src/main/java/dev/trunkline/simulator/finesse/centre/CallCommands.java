package dev.trunkline.simulator.finesse.centre;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What agents can do with a call (sheet 4.1): first what is refused at once, then, after the 202, the deed. On the lane. */
final class CallCommands {
    private static final Set<String> CLASSIFICATIONS =
            Set.of("VOICE", "FAX", "ANS_MACHINE", "INVALID", "BUSY", "DO_NOT_CALL");
    private static final Set<String> KNOWN =
            Arrays.stream(Action.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Calls calls;
    private final CallFlow flow;
    private final Partings partings;
    private final ConsultFlow consults;
    private final CampaignCommands campaigns;
    private final AgentDesk desk;
    private final Publisher publisher;
    private final Rules rules;

    CallCommands(Room room, CallFlow flow, Partings partings, ConsultFlow consults, CampaignCommands campaigns) {
        calls = room.calls();
        desk = room.desk();
        publisher = room.publisher();
        rules = room.rules();
        this.flow = flow;
        this.partings = partings;
        this.consults = consults;
        this.campaigns = campaigns;
    }

    /** Throws what Finesse answers instead of 202. */
    void check(Agent agent, Dialog dialog, DialogCommand command) {
        if (!agent.signedIn()) {
            throw ApiErrorException.unauthorized();
        }
        if (!hasHere(dialog, command.action())) {
            throw new ApiErrorException(501, "Not Implemented", "Not available in this deployment", command.action());
        }
        if (!KNOWN.contains(command.action())) {
            throw ApiErrorException.invalidInput("requestedAction is not known", command.action());
        }
        checkTarget(agent, command);
        checkParameters(agent, dialog, command);
    }

    /** The recording of CCX is not simulated. */
    private boolean hasHere(Dialog dialog, String action) {
        return !action.equals("START_RECORDING") && campaigns.hasHere(dialog, action);
    }

    private static void checkTarget(Agent agent, DialogCommand command) {
        boolean ofData = command.action().equals(Action.UPDATE_CALL_DATA.name());
        if (command.target().isEmpty() && !ofData) {
            throw ApiErrorException.missing("targetMediaAddress");
        }
        boolean own =
                command.target().equals(agent.extension()) || command.target().isEmpty();
        if (!own && !command.action().equals(Action.PARTICIPANT_DROP.name())) {
            throw ApiErrorException.invalidInput("targetMediaAddress is not the agent's extension", command.target());
        }
    }

    private void checkParameters(Agent agent, Dialog dialog, DialogCommand command) {
        switch (command.action()) {
            case "TRANSFER_SST", "CONSULT_CALL" -> checkDestination(agent, command);
            case "SEND_DTMF" -> checkDigits(dialog, command);
            case "RECLASSIFY" -> checkClassification(command);
            case "UPDATE_SCHEDULED_CALLBACK" -> campaigns.checkCallback(command);
            case "UPDATE_CALL_DATA" -> {
                if (command.variables().isEmpty() && command.wrapUpReason().isEmpty()) {
                    throw ApiErrorException.missing("mediaProperties");
                }
            }
            default -> {
                // needs nothing more
            }
        }
    }

    private static void checkDestination(Agent agent, DialogCommand command) {
        if (command.toAddress().isEmpty()) {
            throw ApiErrorException.missing("toAddress");
        }
        if (command.toAddress().equals(agent.extension())) {
            throw new ApiErrorException(400, "Invalid Destination", "Own extension", command.toAddress());
        }
    }

    private void checkDigits(Dialog dialog, DialogCommand command) {
        if (command.digits().isEmpty()) {
            throw ApiErrorException.missing(DialogCommand.DTMF);
        }
        if (!command.digits().matches("[0-9*#A-D]+")) {
            throw ApiErrorException.invalidInput("Not DTMF digits", command.digits());
        }
        if (dialog.own().state() == CallState.HELD || dialog.own().state() == CallState.ALERTING) {
            throw new ApiErrorException(
                    401,
                    "Invalid State",
                    "Not possible now",
                    dialog.own().state().name());
        }
    }

    private static void checkClassification(DialogCommand command) {
        if (command.classification().isEmpty()) {
            throw ApiErrorException.missing(DialogCommand.CLASSIFICATION);
        }
        if (!CLASSIFICATIONS.contains(command.classification())) {
            throw ApiErrorException.invalidInput("Not a classification", command.classification());
        }
    }

    /** After the 202: an action that is not open now fails with an asynchronous Generic Error (sheet 4). */
    void perform(Dialog dialog, DialogCommand command) {
        if (!calls.lives(dialog) || !Action.open(command.action(), dialog)) {
            publisher.callError(dialog, CtiError.GENERIC, command.requestId());
            return;
        }
        String requestId = command.requestId();
        switch (Action.valueOf(command.action())) {
            case DROP -> partings.leave(dialog, requestId);
            case HOLD -> hold(dialog, requestId);
            case RETRIEVE -> retrieve(dialog, requestId);
            case UPDATE_CALL_DATA -> update(dialog, command);
            case SEND_DTMF -> sendDigits(dialog, command);
            case ANSWER -> flow.answer(dialog, requestId);
            case TRANSFER_SST -> consults.transferBlind(dialog, command);
            case CONSULT_CALL -> consults.consult(dialog, command);
            case TRANSFER -> consults.transfer(dialog, requestId);
            case CONFERENCE -> consults.conference(dialog, requestId);
            case RECLASSIFY -> reclassify(dialog, command);
            case PARTICIPANT_DROP -> consults.dropParty(dialog, command);
            case ACCEPT, REJECT, CLOSE, UPDATE_SCHEDULED_CALLBACK, CANCEL_SCHEDULED_CALLBACK ->
                campaigns.perform(dialog, command);
        }
    }

    private void hold(Dialog dialog, String requestId) {
        dialog.own().become(CallState.HELD);
        publisher.changed(dialog, requestId);
        desk.follow(dialog.agent());
    }

    private void retrieve(Dialog dialog, String requestId) {
        consults.takeTurns(dialog);
        dialog.own().become(CallState.ACTIVE);
        publisher.changed(dialog, requestId);
        desk.follow(dialog.agent());
    }

    private void update(Dialog dialog, DialogCommand command) {
        dialog.call().variables().putAll(command.variables());
        if (!command.wrapUpReason().isEmpty()) {
            dialog.wrapUpReason(command.wrapUpReason());
        }
        publisher.changed(dialog, command.requestId());
    }

    private void reclassify(Dialog dialog, DialogCommand command) {
        dialog.call().classify(command.classification());
        publisher.changed(dialog, command.requestId());
    }

    /** Digits that worked are told to nobody. */
    private void sendDigits(Dialog dialog, DialogCommand command) {
        if (rules.uccx() && command.digits().matches(".*[A-D].*")) {
            publisher.callError(dialog, CtiError.VALUE_OUT_OF_RANGE, command.requestId());
        }
    }
}
