package dev.trunkline.vendor.five9;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.stream.Overtaken;
import dev.trunkline.port.stream.Unheard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How news of a call are told: once, although the platform says some things twice, and the end of a call that nobody was seen to answer not
 * before its past can have come (sheet 5.6). Used on the lane only.
 */
final class Five9Telling {
    private final PlatformEvents events;
    private final Five9Seat seat;
    private final Five9Settings settings;
    private final Five9Hearing.Follow follow;
    /** What the platform would have pushed for certain: a reading may say more of a call than events do (sheet 5.5). */
    private final Unheard unheard = new Unheard(CallSnapshot::platformState);

    private final Overtaken overtaken = new Overtaken();
    /** Calls whose end waits to be told, for talk may still turn up. */
    private final Set<String> ending = new HashSet<>();
    /** Calls of which nothing older is waited for. */
    private final Set<String> ended = new HashSet<>();
    /** Calls of which it was told that they failed. */
    private final Set<String> failed = new HashSet<>();
    /** What was told of each last. */
    private final Map<String, String> facts = new HashMap<>();
    /** Commands whose effect is told now. */
    private final Set<String> shown = new HashSet<>();

    Five9Telling(PlatformEvents events, Five9Seat seat, Five9Settings settings, Five9Hearing.Follow follow) {
        this.events = events;
        this.seat = seat;
        this.settings = settings;
        this.follow = follow;
    }

    /** Connected (again): what comes next is compared with nothing. */
    void begin() {
        unheard.forget();
        overtaken.begin();
        ending.clear();
    }

    /** It was pushed. */
    void heard(String call) {
        unheard.heard(call);
        overtaken.heard(call);
    }

    /** Of this call more was read than was pushed. @return whether that is told only if the next reading says so too */
    boolean waits(String call) {
        return overtaken.waits(call);
    }

    /** All that was read, as snapshots. @return whether changes were read for certain that were never pushed */
    boolean read(List<CallSnapshot> all) {
        if (overtaken.readAgain()) {
            follow.reread();
        }
        return unheard.read(all);
    }

    /** Whether the last reading showed what no word has come of yet. */
    boolean doubts() {
        return unheard.doubts();
    }

    /** Those whose end is still to be told: now it must, for who leaves them out of a reading says that they are gone. */
    List<String> takeWaiting() {
        List<String> all = List.copyOf(ending);
        ended.addAll(ending);
        ending.clear();
        return all;
    }

    void tellOrWait(Five9Call call) {
        boolean unanswered = !call.live() && !call.memory().talked() && !ended.contains(call.id());
        if (!unanswered || settings.endWindow().isZero()) {
            ending.remove(call.id());
            tell(call);
        } else if (ending.add(call.id())) {
            follow.window(call.id());
        }
    }

    /** Nothing more of its past is to come. @return whether its end waited for that */
    boolean windowOver(String call) {
        ended.add(call);
        return ending.remove(call);
    }

    void tell(Five9Call call) {
        String before = facts.getOrDefault(call.id(), "");
        List<CallSnapshot> said = snapshots(call);
        unheard.told(said);
        said.stream()
                .filter(one -> !one.facts().equals(before) || shown.contains(one.causedBy()))
                .forEach(events::call);
        shown.clear();
    }

    List<CallSnapshot> snapshots(Five9Call call) {
        seat.saw(call);
        if (!call.manual()
                && call.campaign().isEmpty()
                && !call.told().campaignId().isEmpty()) {
            follow.learn(call.told().campaignId());
        }
        String wish = seat.wishes().cause(call, "");
        if (!wish.isEmpty()) {
            shown.add(wish);
        }
        List<CallSnapshot> all = Five9EventMapper.toSnapshots(
                call, wish.isEmpty() ? call.memory().command() : wish, failed.contains(call.id()));
        if (all.size() > 1) {
            failed.add(call.id());
        }
        facts.put(call.id(), all.get(all.size() - 1).facts());
        return all;
    }

    void forget(String call) {
        unheard.gone(call);
        overtaken.heard(call);
        ending.remove(call);
        ended.remove(call);
        failed.remove(call);
        facts.remove(call);
    }
}
