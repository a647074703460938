package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Reason;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Settings.FromAddress;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.DialFailure;
import dev.trunkline.vendor.five9.wire.Frame;
import dev.trunkline.vendor.five9.wire.Presence;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and what else follows from it. Used on the lane only. */
final class Five9Hearing {
    private static final Logger LOG = Logger.getLogger(Five9Hearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final Five9Seat seat;
    private final Five9Settings settings;
    private final Follow follow;
    private final Five9Calls calls;
    private final Five9Telling telling;
    private Optional<AgentSnapshot> told = Optional.empty();
    /** Nothing has been read on this connection: what was pushed before it came to nobody. */
    private boolean anew = true;

    /** When the platform sent the presence that was pushed last, or 0. */
    private long presenceSaid;

    /** Pushed while we were reading. */
    private Optional<Presence> meanwhile = Optional.empty();

    /** What the stream does about what was heard. */
    interface Follow {
        void reread();

        /** Something differs from what was pushed: soon it is looked whether that still comes. */
        void doubts();

        /** Changes were found that were not pushed. */
        void deaf();

        /** {@link Five9Hearing#windowOver} is asked when nothing more of this call's past is to come. */
        void window(String call);

        /** What this campaign is called is not known. */
        void learn(String campaign);

        /** What is not known of a campaign may be asked once more. */
        default void forgetCampaigns() {}

        /** The organisation has changed its call variables. */
        default void learnVariables() {}
    }

    Five9Hearing(AgentSession agent, PlatformEvents events, Five9Seat seat, Five9Settings settings, Follow follow) {
        this.agent = agent;
        this.events = events;
        this.seat = seat;
        this.settings = settings;
        this.follow = follow;
        this.calls = new Five9Calls(seat, settings.noAnswerAfter(), System::nanoTime);
        this.telling = new Five9Telling(events, seat, settings, follow);
    }

    /** Connected (again). */
    void begin() {
        anew = true;
        presenceSaid = 0;
        telling.begin();
    }

    /** Whether there is anything that would be missed if it were not pushed: also a call that is still to come. */
    boolean busy() {
        return !calls.open().isEmpty() || seat.pending().open();
    }

    void readingBegins() {
        calls.readingBegins();
        meanwhile = Optional.empty();
    }

    /** What was pushed while we read, and will be heard next, stands. */
    void willHear(List<String> kept) {
        kept.forEach(text -> Five9Json.pushedCall(text).ifPresent(calls::willHear));
    }

    // ---- what was read

    void current(Five9Reading now) {
        Set<String> before = new HashSet<>(telling.takeWaiting());
        before.forEach(id -> calls.find(id).ifPresent(telling::tell));
        if (told.isEmpty()) {
            events.openTexts().values().forEach(calls::recall); // of a connection of before a restart
        }
        Five9Agent read = meanwhile.map(now.agent()::with).orElse(now.agent());
        seat.saw(read);
        me(read);
        Set<String> ids = new HashSet<>();
        now.calls().forEach(call -> {
            ids.add(call.id());
            if (!calls.overtakes(call) || !telling.waits(call.id())) {
                calls.read(call);
            }
        });
        calls.open().forEach(call -> before.add(call.id()));
        boolean missing = calls.missing(ids, anew);
        anew = false;
        List<CallSnapshot> all = new ArrayList<>();
        before.forEach(id -> calls.find(id).ifPresent(call -> all.addAll(telling.snapshots(call))));
        boolean missed = telling.read(all);
        AgentSnapshot stands = stands();
        told = Optional.of(stands);
        events.current(stands, all);
        forgetOld();
        if (missed) {
            follow.deaf();
        } else if (missing || telling.doubts()) {
            follow.doubts();
        }
    }

    private void me(Five9Agent read) {
        String extension = read.extension().isEmpty() ? agent.extension() : read.extension();
        calls.of(new Me(agent.username(), extension, settings.fromAddress() == FromAddress.CUSTOMER));
    }

    // ---- what was pushed

    /** @return whether it was about the agent or his calls */
    boolean hear(Frame frame) {
        switch (frame.eventId()) {
            case "3", "30", "4" -> heard(frame, false);
            case "5", "31" -> heard(frame, true);
            case "65" -> dialFailed(Five9Json.dialFailure(frame.payLoad()));
            case "58" -> handOverFailed("the transfer failed", frame.eventId());
            case "40" -> handOverFailed("the other agent did not answer", frame.eventId());
            case "12" -> presence(frame);
            // Permissions, the log-in state, the station: what they say is asked for.
            case "14", "17", "18", "42", "6", "32" -> follow.reread();
            case "57", "61" -> {
                seat.names().forgetCampaigns();
                follow.forgetCampaigns();
            }
            case "66", "67" -> follow.learnVariables();
            default -> {
                // Previews, callbacks, statistics: not for us, or not yet.
                LOG.log(Level.FINE, "five9 {0}: event {1} is not for us", new Object[] {agent.key(), frame.eventId()});
                return false;
            }
        }
        return true;
    }

    private void heard(Frame frame, boolean deleted) {
        if (!(frame.payLoad() instanceof JsonObject payLoad)) {
            LOG.log(Level.WARNING, "five9 {0}: event {1} without a call", new Object[] {agent.key(), frame.eventId()});
            follow.reread();
            return;
        }
        CallInfo info = Five9Json.call(payLoad);
        telling.heard(info.id());
        boolean live = calls.find(info.id()).filter(Five9Call::live).isPresent();
        Five9Said said = new Five9Said(info, Five9Json.time(frame.timeStamp()), frame.eventReason(), deleted);
        Optional<Five9Call> news = calls.pushed(said);
        news.ifPresent(call -> {
            telling.heard(call.id());
            telling.tellOrWait(call);
        });
        if (news.isEmpty() && live) {
            LOG.log(Level.FINE, "five9 {0}: old news of {1}", new Object[] {agent.key(), info.id()});
        }
        agentMayHaveChanged();
        forgetOld();
    }

    /** Nothing more of its past is to come. */
    void windowOver(String id) {
        if (telling.windowOver(id)) {
            calls.find(id).ifPresent(telling::tell);
            agentMayHaveChanged();
        }
    }

    private void dialFailed(DialFailure failure) {
        VendorException why = Five9ErrorMapper.dialFailed(failure, settings.refusals());
        Optional<String> command = seat.pending().failed(failure);
        command.ifPresentOrElse(one -> events.failed(one, why), () -> {
            Five9Outcome.of(failure).ifPresent(reason -> calls.failed(failure.number(), reason));
            LOG.log(Level.INFO, "five9 {0}: a dial failed: {1}", new Object[] {agent.key(), why.code()});
        });
    }

    private void handOverFailed(String what, String eventId) {
        VendorException why = Five9ErrorMapper.late("Five9 says that " + what, eventId);
        seat.handOverFailed().filter(this::underWay).ifPresent(one -> {
            seat.note(one.call(), notes -> notes.goesOn().with(Optional.empty()));
            events.failed(one.command(), why);
            retell(one.call());
        });
        follow.reread();
    }

    /** Else it is of a transfer that is not ours. */
    private boolean underWay(Five9Seat.HandOver asked) {
        Five9Notes notes = seat.notes(asked.call());
        boolean consult = notes.third()
                .filter(third -> third.command().equals(asked.command()))
                .isPresent();
        boolean transfer = notes.ending().filter(Reason.TRANSFERRED::equals).isPresent();
        return (consult || transfer)
                && calls.find(asked.call()).filter(Five9Call::live).isPresent();
    }

    private void presence(Frame frame) {
        Optional<Presence> now =
                frame.payLoad() instanceof JsonObject payLoad && payLoad.get("currentState") instanceof JsonObject
                        ? Optional.of(Five9Json.presence(payLoad))
                        : Optional.empty();
        if (now.isEmpty() || seat.agent().isEmpty()) {
            follow.reread();
            return;
        }
        if (frame.timeStamp() > 0 && frame.timeStamp() < presenceSaid) {
            return; // events come out of order (sheet 5.6)
        }
        presenceSaid = frame.timeStamp();
        meanwhile = now;
        seat.saw(seat.agent().orElseThrow().with(now.get()));
        agentMayHaveChanged();
    }

    // ---- what verbs leave behind

    /** With what is known of it by now. */
    void retell(String id) {
        calls.find(id).ifPresent(call -> telling.tell(calls.refreshed(call)));
    }

    /** A campaign has a name. */
    void learnt(String campaign) {
        calls.open().stream()
                .filter(call -> call.told().campaignId().equals(campaign))
                .map(Five9Call::id)
                .forEach(this::retell);
    }

    /** The agent's session has ended, at his own wish. */
    void left(String command) {
        seat.agent().ifPresent(before -> {
            Five9Agent out = Five9Agent.out(agent, before.userId(), Five9Agent.SELECT_STATION);
            seat.saw(out);
            AgentSnapshot now =
                    Five9EventMapper.toAgent(out, false, false, seat.names().reasons(), command);
            told = Optional.of(now);
            events.agent(now);
        });
    }

    private AgentSnapshot stands() {
        Five9Agent now = seat.agent().orElseThrow();
        return Five9EventMapper.toAgent(
                now,
                calls.onCall(),
                calls.wrapUpDue(),
                seat.names().reasons(),
                seat.choices().cause(now, ""));
    }

    private void agentMayHaveChanged() {
        AgentSnapshot now = stands();
        boolean news = told.filter(now::sameAs).isEmpty() || !now.causedBy().isEmpty();
        if (news) {
            told = Optional.of(now);
            events.agent(now);
        }
    }

    private void forgetOld() {
        calls.forgetOld().forEach(call -> {
            seat.forget(call);
            telling.forget(call);
        });
    }
}
