package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and what else follows from it. Used on the lane only. */
final class WebexccHearing {
    private static final Logger LOG = Logger.getLogger(WebexccHearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final WebexccSeat seat;
    private final Follow follow;
    private final WebexccContacts contacts;
    private final WebexccTelling telling;
    private final WebexccFailures failures;
    private Optional<AgentSnapshot> told = Optional.empty();
    /** Nothing has been read on this connection: what was pushed before it came to nobody. */
    private boolean anew = true;

    /** What the stream does about what was heard. */
    interface Follow {
        void reread();

        /** Something differs from what was pushed: soon it is looked whether that still comes. */
        void doubts();

        /** {@link WebexccHearing#windowOver} is asked when the word on a call's wrap-up should have come. */
        void window(String call);

        /** {@link WebexccHearing#release} is asked when a contact has waited long enough for the answer of a dial. */
        void early();

        /** An outcome is due: if the agent names none in time, we do. */
        void wrapUpBegins(String call);

        /** The call is over for the agent. */
        void over(String call);

        /** The consult is over, and the agent wants the customer back. */
        void backTo(String call);

        /** The platform has taken call data, and shows nothing of them. */
        void updated(String call);

        /** The agent's state is another. */
        void stateChanged();

        /** The platform has no station session of an agent who should have one (sheet 10). */
        void sessionGone();
    }

    WebexccHearing(
            AgentSession agent, PlatformEvents events, WebexccSeat seat, WebexccOutcomes outcomes, Follow follow) {
        this.agent = agent;
        this.events = events;
        this.seat = seat;
        this.follow = follow;
        this.contacts = new WebexccContacts(seat, outcomes);
        this.telling = new WebexccTelling(events, seat, follow);
        this.failures = new WebexccFailures(events, seat, contacts, follow);
    }

    /** Connected (again). */
    void begin() {
        anew = true;
        telling.begin();
    }

    /** Whether there is anything that would be missed if it were not pushed. */
    boolean busy() {
        return !contacts.open().isEmpty() || seat.dials().open();
    }

    void readingBegins() {
        contacts.readingBegins();
    }

    // ---- what was read

    /** How the agent stands, before it is told: something may have to be put right first. */
    WebexccAgent standing(WebexccReload.Read now) {
        WebexccAgent before = seat.agent().orElse(WebexccAgent.out(now.agent().agentId()));
        return now.loggedIn() ? before.told(now.agent()) : WebexccAgent.out(before.id());
    }

    void current(WebexccReload.Read now, WebexccAgent stands) {
        seat.saw(stands);
        contacts.of(new Me(stands.id(), stands.phone().isEmpty() ? agent.extension() : stands.phone()));
        if (told.isEmpty()) {
            events.openTexts().values().forEach(this::recall);
        }
        now.contacts().forEach(contacts::read);
        contacts.missing(now.present(), anew).forEach(this::endedUnheard);
        anew = false;
        List<CallSnapshot> all = new ArrayList<>();
        contacts.open().forEach(call -> all.addAll(telling.snapshots(contacts.refreshed(call))));
        AgentSnapshot standing = stands();
        told = Optional.of(standing);
        events.current(standing, all);
        forgetOld();
        if (contacts.doubts()) {
            follow.doubts();
        }
    }

    /** That it was ending had been told: its end is no surprise. */
    private void endedUnheard(WebexccCall call) {
        follow.over(call.id());
        if (telling.ending(call.id())) {
            telling.tell(call);
        }
    }

    private void recall(String text) {
        try {
            contacts.recall(WebexccMemory.read(text));
        } catch (IllegalArgumentException unreadable) {
            LOG.log(
                    Level.WARNING,
                    unreadable,
                    () -> "webexcc " + agent.key() + ": a call of before is not known any more");
        }
    }

    // ---- what was pushed

    /** @return whether it was about the agent or his calls */
    boolean hear(Frame frame) {
        switch (frame.type().toLowerCase(Locale.ROOT)) {
            case "agentstationloginsuccess",
                    "agentstatechangesuccess",
                    "agentreloginsuccess",
                    "agentchannelreloginsuccess",
                    "agentchannelstatechanged" -> changed(frame);
            case "agentlogoutsuccess" -> left(frame);
            case "agentstationloginfailed" -> failures.login(frame);
            case "agentstatechangefailed", "agentlogoutfailed" -> failures.command(frame);
            case "buddyagents" -> seat.buddies(WebexccAnswers.buddies(frame.data()));
            case "buddyagentsretrievefailed" -> seat.buddies(List.of());
            default -> {
                return contact(frame);
            }
        }
        return true;
    }

    private void changed(Frame frame) {
        WebexccAgent before = seat.agent().orElse(WebexccAgent.out(frame.agentId()));
        WebexccAgent now = before.told(frame);
        if (before.since() > 0 && now.since() > 0 && now.since() < before.since() && before.in()) {
            return; // events have no order (sheet 5.4)
        }
        seat.saw(now);
        agentMayHaveChanged();
        follow.stateChanged();
    }

    private void left(Frame frame) {
        seat.saw(WebexccAgent.out(seat.agent().map(WebexccAgent::id).orElse(frame.agentId())));
        String command = seat.asked()
                .take(Kind.LOGOUT, "")
                .map(WebexccAsked.One::command)
                .orElse("");
        tellAgent(WebexccEventMapper.toAgent(
                seat.agent().orElseThrow(), contacts.busy(), seat.name(), agent.username(), seat.codes(), command));
    }

    private boolean contact(Frame frame) {
        WebexccKind kind = WebexccKind.of(frame.type());
        boolean failure = WebexccAsked.failureOf(frame.type()).isPresent();
        if (!failure && kind == WebexccKind.OTHER && frame.interaction().isEmpty()) {
            LOG.log(Level.FINE, "webexcc {0}: {1} is not for us", new Object[] {agent.key(), frame.type()});
            return false;
        }
        if (contacts.repeated(frame)) {
            return true;
        }
        if (failure) {
            failures.command(frame);
        }
        if (kind == WebexccKind.CAMPAIGN || kind == WebexccKind.OUTDIAL_FAILED && failures.dial(frame)) {
            return true;
        }
        Optional<Frame> whose = failures.ofCall(frame, kind);
        if (whose.isEmpty()) {
            follow.reread();
            return true;
        }
        hearOf(whose.get(), kind);
        return true;
    }

    private void hearOf(Frame frame, WebexccKind kind) {
        List<WebexccCall> steps = contacts.pushed(frame);
        if (contacts.waits(frame.interactionId())) {
            follow.early();
        }
        steps.forEach(this::tell);
        if (frame.interaction().isEmpty()
                && kind != WebexccKind.OTHER
                && contacts.find(frame.interactionId()).isPresent()) {
            follow.reread(); // how the call stands it did not say
        }
        if (kind == WebexccKind.CONSULT_OVER) {
            back(frame.interactionId());
        }
        if (kind == WebexccKind.UPDATED) {
            seat.asked()
                    .take(Kind.UPDATE, frame.interactionId())
                    .ifPresent(one -> follow.updated(frame.interactionId()));
        }
        agentMayHaveChanged();
        forgetOld();
    }

    private void back(String call) {
        boolean wanted = seat.notes(call).returning()
                && contacts.find(call)
                        .filter(one ->
                                one.at(WebexccStage.TALK) && one.standing().held())
                        .isPresent();
        if (wanted) {
            seat.note(call, notes -> notes.returning(false));
            follow.backTo(call);
        }
    }

    private void tell(WebexccCall call) {
        telling.tell(contacts.refreshed(call));
    }

    // ---- what verbs and the clock leave behind

    /** A dial was answered, or has been waited for long enough. */
    void release() {
        contacts.release().forEach(this::tell);
        agentMayHaveChanged();
    }

    void retell(String call) {
        contacts.find(call).ifPresent(this::tell);
    }

    /** The word on its wrap-up should have come. If the platform has said that none is due, or nobody was ever on it, it is over. */
    void windowOver(String call) {
        Optional<WebexccCall> ending = contacts.find(call).filter(one -> one.at(WebexccStage.ENDING));
        if (ending.filter(one -> WebexccOutcomes.saysForWhom(one.told())).isPresent()) {
            contacts.over(call).ifPresent(this::tell);
            follow.over(call);
            agentMayHaveChanged();
        } else if (ending.isPresent()) {
            follow.reread();
        }
    }

    boolean wrapUpDue(String call) {
        return contacts.find(call).filter(one -> one.at(WebexccStage.WRAP_UP)).isPresent();
    }

    private AgentSnapshot stands() {
        WebexccAgent now = seat.agent().orElseThrow();
        String cause = seat.choices().cause(now, "");
        if (!cause.isEmpty()) {
            seat.asked().settled(cause);
        }
        return WebexccEventMapper.toAgent(now, contacts.busy(), seat.name(), agent.username(), seat.codes(), cause);
    }

    private void agentMayHaveChanged() {
        if (seat.agent().isPresent() && told.isPresent()) {
            tellAgent(stands());
        }
    }

    private void tellAgent(AgentSnapshot now) {
        boolean news = told.filter(now::sameAs).isEmpty() || !now.causedBy().isEmpty();
        if (news) {
            told = Optional.of(now);
            events.agent(now);
        }
    }

    private void forgetOld() {
        contacts.forgetOld().forEach(telling::forget);
    }
}
