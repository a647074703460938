package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and remembers what Finesse forgets. Used on the lane only. */
final class FinesseHearing {
    private static final Logger LOG = Logger.getLogger(FinesseHearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final Runnable reread;
    /** By dialog: after a failover CCX sends it empty (sheet 1). */
    private final Map<String, String> callTypes = new HashMap<>();

    private Map<String, String> notReadyLabels = Map.of();
    private boolean signedIn;

    FinesseHearing(AgentSession agent, PlatformEvents events, Runnable reread) {
        this.agent = agent;
        this.events = events;
        this.reread = reread;
    }

    void labels(Map<String, String> labels) {
        notReadyLabels = labels;
    }

    /** By the last that Finesse said. */
    boolean signedIn() {
        return signedIn;
    }

    void current(FinesseReading now) {
        List<CallSnapshot> calls = now.dialogs().stream()
                .map(dialog -> FinesseEventMapper.toSnapshot(agent, remembered(dialog), ""))
                .toList();
        now.gone().forEach(callTypes::remove);
        AgentSnapshot snapshot = FinesseEventMapper.toAgent(now.user(), notReadyLabels, "");
        signedIn = snapshot.state() != AgentState.LOGGED_OUT;
        events.current(snapshot, calls);
    }

    void hear(String payload) {
        tell(payload, dialog -> true);
    }

    /** Heard while we were reading: what is older than what was read would turn the clock back. */
    void hearLate(String payload, FinesseReading read) {
        tell(payload, read::isNews);
    }

    private void tell(String payload, Predicate<Dialog> news) {
        String about = "";
        try {
            Update update = FinesseXml.update(FinesseXml.notification(payload));
            about = update.source();
            tell(update, news);
        } catch (RuntimeException e) {
            // One bad message must not stop the rest.
            String what = about.isEmpty() ? "a message" : about;
            LOG.log(Level.WARNING, e, () -> "finesse " + agent.key() + ": not understood: " + what);
        }
    }

    private void tell(Update update, Predicate<Dialog> news) {
        String causedBy = update.requestId();
        update.errors().forEach(error -> events.failed(causedBy, FinesseErrorMapper.refusedLater(error)));
        update.user().ifPresent(user -> {
            AgentSnapshot snapshot = FinesseEventMapper.toAgent(user, notReadyLabels, causedBy);
            signedIn = snapshot.state() != AgentState.LOGGED_OUT;
            events.agent(snapshot);
        });
        boolean deleted = update.event().equalsIgnoreCase("DELETE");
        update.dialogs().stream()
                .filter(FinesseEventMapper::voice)
                .filter(news)
                .forEach(dialog -> events.call(deleted ? last(dialog, causedBy) : changed(dialog, causedBy)));
        update.systemInfo()
                .filter(info -> info.status().equalsIgnoreCase("IN_SERVICE"))
                .ifPresent(back -> reread.run());
    }

    private CallSnapshot changed(Dialog dialog, String causedBy) {
        return FinesseEventMapper.toSnapshot(agent, remembered(dialog), causedBy);
    }

    private CallSnapshot last(Dialog dialog, String causedBy) {
        CallSnapshot last = FinesseEventMapper.toLastSnapshot(agent, remembered(dialog), causedBy);
        callTypes.remove(dialog.id());
        return last;
    }

    private Dialog remembered(Dialog dialog) {
        String told = new FinesseCall(agent, dialog, false).callType();
        if (!told.isEmpty()) {
            callTypes.put(dialog.id(), told);
            return dialog;
        }
        String known = callTypes.getOrDefault(dialog.id(), "");
        return known.isEmpty() ? dialog : FinesseXml.withCallType(dialog, known);
    }
}
