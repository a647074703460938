package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dial and all that came of it. Guarded by itself. */
final class Dial {
    private final Fate fate;
    private final String key;
    private final String channel;
    private final List<String> wrongAnswers = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private Optional<String> commandId = Optional.empty();
    private String callRef = "";
    private int unanswered;
    private int replays;
    private boolean repeated;
    private boolean hangUpAsked;
    private boolean wrapUpAsked;

    /** @param channel of the agent's platform */
    Dial(Fate fate, String key, String channel) {
        this.fate = fate;
        this.key = key;
        this.channel = channel;
    }

    Fate fate() {
        return fate;
    }

    String channel() {
        return channel;
    }

    /** The same words each time, but for the name of the request. */
    String message(Seat seat, String requestId) {
        return seat.message("OutboundCall", "MakeCall", "\"" + fate.number() + "\"", requestId, key);
    }

    /** An acknowledgement; each must say the same as the first. */
    synchronized void acknowledged(String command, String call, boolean replayed) {
        if (commandId.isEmpty()) {
            commandId = Optional.of(command);
            callRef = call;
        } else if (!commandId.get().equals(command) || !callRef.equals(call) || !replayed) {
            wrongAnswers.add(fate.number() + ": " + command + " " + call + (replayed ? " replayed" : " accepted")
                    + " after " + commandId.get() + " " + callRef);
        } else {
            replays++;
        }
    }

    synchronized void refused(String code) {
        refusals.add(code);
    }

    /** No answer came: it must be asked again, with the same key. */
    synchronized void unanswered() {
        unanswered++;
    }

    /** The repeat that was planned has its answer. */
    synchronized void repeatAnswered() {
        repeated = true;
    }

    synchronized boolean takeHangUp() {
        boolean first = !hangUpAsked;
        hangUpAsked = true;
        return first;
    }

    synchronized boolean takeWrapUp() {
        boolean first = !wrapUpAsked;
        wrapUpAsked = true;
        return first;
    }

    synchronized Optional<String> commandId() {
        return commandId;
    }

    synchronized String callRef() {
        return callRef;
    }

    synchronized boolean repeated() {
        return repeated;
    }

    synchronized int replays() {
        return replays;
    }

    synchronized int unansweredTimes() {
        return unanswered;
    }

    synchronized List<String> wrongAnswers() {
        return List.copyOf(wrongAnswers);
    }

    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }
}
