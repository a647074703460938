package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Frames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call of an agent. */
public record Call(Seat seat, String callRef) {
    // ---- as it is read over REST

    public JsonNode read() {
        JsonNode call = seat.person().read("calls/" + callRef);
        Contract.check(call, "rest-call");
        return call;
    }

    public String lifeCycle() {
        return read().path("lifeCycle").asText();
    }

    public String reason() {
        return read().path("reason").asText();
    }

    public boolean over() {
        return !read().path("endedAt").isNull();
    }

    public String callId() {
        Await.until("the call id of " + callRef, () -> !read().path("callId").isNull());
        return read().path("callId").asText();
    }

    public List<String> allowed() {
        List<String> verbs = new ArrayList<>();
        read().path("allowed").forEach(verb -> verbs.add(verb.asText()));
        return verbs;
    }

    /** Read so, and told so. */
    public Call until(String lifeCycle) {
        Await.until(
                () -> callRef + " is " + lifeCycle + ", told " + lifeCycles(),
                () -> lifeCycle().equals(lifeCycle) && lastTold().equals(lifeCycle));
        return this;
    }

    public Call until(String what, String verb) {
        Await.until(what + ": " + verb + " is open", () -> allowed().contains(verb));
        return this;
    }

    /** Read so, and told so if it ever was a call. */
    public Call ended() {
        Await.until(() -> callRef + " has ended, told " + lifeCycles(), this::over);
        if (!read().path("callId").isNull()) {
            Await.until(() -> "the end of " + callRef + ", told " + lifeCycles(), () -> lastTold()
                    .equals("ENDED"));
        }
        return this;
    }

    // ---- as it was told

    /** What the agent was told of it. */
    public List<JsonNode> told() {
        return seat.watch()
                .frames(frame -> frame.at("/gateway/callRef").asText().equals(callRef) && isCall(frame));
    }

    static boolean isCall(JsonNode frame) {
        return frame.path("subtopic").asText().equals("OutBoundCallStateChange");
    }

    /** What he was told of it last; a call may be read before its first event has come to him. */
    public JsonNode last() {
        Await.until(callRef + " is told", () -> !told().isEmpty());
        List<JsonNode> told = told();
        return told.get(told.size() - 1);
    }

    private String lastTold() {
        return told().isEmpty() ? "" : Frames.lifeCycle(last());
    }

    /** Each once in a row. */
    public List<String> lifeCycles() {
        return Frames.inARow(told().stream().map(Frames::lifeCycle).toList());
    }

    // ---- what is done with it

    /**
     * A verb on this call; waits until the platform has done it.
     *
     * @return the event that shows it, which alone names command and verb; a verb that shows nowhere gives the command itself
     */
    public JsonNode does(String verb, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("callId", callId());
        JsonNode ack = seat.ask(verb, all);
        assertThat(all.containsKey("consultCallId")
                        || ack.path("callRef").asText().equals(callRef))
                .as("%s is about %s", ack, callRef)
                .isTrue();
        JsonNode command = seat.done(ack);
        return seat.platform().silent().contains(verb) ? command : seat.watch().shown(verb, ack);
    }

    public JsonNode does(String verb) {
        return does(verb, Map.of());
    }

    /** Why a verb on this call is refused. */
    public String refusal(String verb, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("callId", callId());
        return seat.refusal(verb, all);
    }

    public void farEnd(String action) {
        seat.control().farEnd(callId(), action);
    }

    /** Hangs up if it lives, wraps up if that is due, and sees the end. */
    public Call finish() {
        Await.until(
                callRef + " can be finished",
                () -> over() || allowed().contains("Drop") || lifeCycle().equals("WRAP_UP"));
        if (!over() && !lifeCycle().equals("WRAP_UP")) {
            does("Drop");
        }
        return wrappedUp();
    }

    /** Of a call that nobody is on any more: wraps it up if that is due, and sees the end. */
    public Call wrappedUp() {
        Await.until(
                callRef + " is over or wrapped up", () -> over() || lifeCycle().equals("WRAP_UP"));
        if (!over()) {
            does("WrapUp");
        }
        return ended();
    }
}
