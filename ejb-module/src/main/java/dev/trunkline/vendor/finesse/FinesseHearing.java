package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.ApiError;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import dev.trunkline.vendor.finesse.wire.Update;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and what else follows from it. Used on the lane only. */
final class FinesseHearing {
    private static final Logger LOG = Logger.getLogger(FinesseHearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final FinesseSeat seat;
    private final Follow follow;
    private final FinesseCalls calls;
    private final FinesseUnheard unheard = new FinesseUnheard();
    private final FinesseRepeats repeats = new FinesseRepeats();

    private Map<String, String> notReadyLabels = Map.of();
    private boolean ccx;
    private boolean justConnected;
    /** The agent is reserved for a record of a campaign that was pushed while nobody heard it. */
    private boolean offerUnseen;

    /** What the stream does about what was heard. */
    interface Follow {
        void reread();

        /** Finesse lost its contact centre, or has it again (sheet 5.6). */
        void service(boolean in);

        /** The Ready that was taken for a dial is due (contract 2.5). */
        void giveReadyBack();
    }

    FinesseHearing(AgentSession agent, PlatformEvents events, FinesseSeat seat, Follow follow) {
        this.agent = agent;
        this.events = events;
        this.seat = seat;
        this.follow = follow;
        this.calls = new FinesseCalls(agent, id -> events.openCalls().contains(id));
    }

    /** Connected (again): what follows is about that node. */
    void begin(Map<String, String> labels, boolean onCcx) {
        notReadyLabels = labels;
        ccx = onCcx;
        unheard.forget();
        justConnected = true;
    }

    /** Whether there is anything that would be missed if it were not pushed. */
    boolean busy() {
        return !calls.none() || seat.loan().stands();
    }

    void current(FinesseReading now) {
        List<CallSnapshot> told = calls.all(now.dialogs()).stream()
                .map(call -> snapshot(call, ""))
                .toList();
        unheard.read(told)
                .ifPresent(ids -> LOG.warning(() -> "finesse " + agent.key()
                        + ": calls changed and we were not told: " + ids
                        + "; does another XMPP client of this agent take our"
                        + " events? See " + FinesseSettings.PREFIX + "subscribe"));
        heard(now.user());
        offerUnseen = (justConnected || offerUnseen) && FinesseEventMapper.offerUnseen(now.user(), told);
        justConnected = false;
        AgentSnapshot agentNow = FinesseEventMapper.toAgent(now.user(), notReadyLabels, "");
        events.current(offerUnseen ? FinesseEventMapper.withOfferUnseen(agentNow) : agentNow, told);
        callsChanged();
    }

    void hear(String payload) {
        tell(payload, dialog -> true);
    }

    /** Heard while we were reading: what is older than what was read would turn the clock back. */
    void hearLate(String payload, FinesseReading read) {
        tell(payload, read::isNews);
    }

    /** Whether that says that the agent is signed in. */
    static boolean isSignedIn(String payload) {
        return understood(payload)
                .flatMap(Update::user)
                .filter(user -> !user.state().equals("LOGOUT"))
                .isPresent();
    }

    /** Those that can be understood. */
    static List<Update> understood(List<String> payloads) {
        return payloads.stream().flatMap(text -> understood(text).stream()).toList();
    }

    private static Optional<Update> understood(String payload) {
        try {
            return Optional.of(FinesseXml.update(FinesseXml.notification(payload)));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
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
        update.errors().stream()
                .filter(error -> !repeats.seen(causedBy, error))
                .forEach(error -> failed(causedBy, error));
        update.user().ifPresent(user -> {
            heard(user);
            events.agent(FinesseEventMapper.toAgent(user, notReadyLabels, causedBy));
        });
        boolean deleted = update.event().equalsIgnoreCase("DELETE");
        update.dialogs().stream()
                .filter(FinesseEventMapper::voice)
                .filter(news)
                .forEach(dialog -> tell(deleted ? calls.gone(dialog) : calls.changed(dialog), causedBy));
        update.systemInfo()
                .map(SystemInfo::status)
                .filter(status -> !status.isEmpty())
                .ifPresent(status -> follow.service(status.equalsIgnoreCase("IN_SERVICE")));
    }

    /** The first is what was heard; the others have changed with it. */
    private void tell(Collection<FinesseCall> changed, String causedBy) {
        String cause = causedBy;
        for (FinesseCall call : changed) {
            CallSnapshot snapshot = snapshot(call, cause);
            unheard.heard(snapshot);
            events.call(snapshot);
            cause = "";
        }
        callsChanged();
        if (calls.othersInDoubt() || offerUnseen) {
            follow.reread();
        }
    }

    private CallSnapshot snapshot(FinesseCall call, String causedBy) {
        return FinesseEventMapper.toSnapshot(call, seat.arrangements().cause(call.dialog(), causedBy));
    }

    private void heard(User user) {
        seat.saw(user);
        seat.loan().heard(user, ccx);
    }

    private void callsChanged() {
        seat.saw(calls.dialogs());
        if (seat.loan().due(!calls.none())) {
            follow.giveReadyBack();
        }
    }

    private void failed(String causedBy, ApiError error) {
        VendorException refused = FinesseErrorMapper.refusedLater(error);
        if (FinesseLoan.isMark(causedBy)) {
            LOG.log(Level.WARNING, refused, () -> "finesse " + agent.key() + ": the state around a dial was refused");
            return;
        }
        seat.arrangements().forget(causedBy);
        events.failed(causedBy, refused);
        if (seat.loan().dueAfterFailure(causedBy)) {
            follow.giveReadyBack();
        }
    }
}
