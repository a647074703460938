package dev.trunkline.call;

import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The calls of one agent on one platform: turns what the platform says into what changed. Old news, repeated news and news of a
 * call that has ended change nothing. Holds no thread and no database; its owner sees to it that one at a time comes in.
 */
public final class CallLedger {
    private static final int ENDED_REMEMBERED = 200;

    private final AgentKey key;
    private final String vendor;
    private final Map<String, CallRecord> open = new LinkedHashMap<>();
    /** By platform id, with the platform's time of the end: what is not newer than that is old news. */
    private final Map<String, String> ended = new LinkedHashMap<>();

    public CallLedger(AgentKey key, String vendor) {
        this.key = key;
        this.vendor = vendor;
    }

    /** What came of a snapshot. */
    public sealed interface Outcome {}

    /** Nothing that a client has not been told. */
    public record Nothing() implements Outcome {}

    /** Older than what we know: it changes nothing, but the platform should be read again. */
    public record Stale() implements Outcome {}

    /**
     * Something changed.
     *
     * @param before empty for a call that is new
     * @param exact forms in which profile exact sees a difference
     */
    public record Changed(Optional<CallRecord> before, CallRecord after, CallSnapshot snapshot, Set<String> exact)
            implements Outcome {}

    /** Begins again from what is stored. */
    public void load(List<CallRecord> calls, Map<String, String> endedSince) {
        open.clear();
        ended.clear();
        ended.putAll(endedSince);
        calls.forEach(call -> call.callId().ifPresent(id -> open.put(id, call)));
    }

    public Collection<CallRecord> open() {
        return List.copyOf(open.values());
    }

    /** Their last texts, by the platform's ids. */
    public Map<String, String> openTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        open().forEach(call -> call.callId().ifPresent(id -> texts.put(id, call.raw())));
        return texts;
    }

    public Set<String> openIds() {
        return Set.copyOf(open.keySet());
    }

    public Optional<CallRecord> find(String callId) {
        return Optional.ofNullable(open.get(callId));
    }

    /** Notes that we asked the platform to end a call, so that its end can be explained. */
    public void dropAsked(String callId) {
        open.computeIfPresent(callId, (id, call) -> Records.dropAsked(call));
    }

    /** @param announce makes the record of a call that is new */
    public Outcome apply(CallSnapshot news, Origin origin, Function<CallSnapshot, CallRecord> announce) {
        Optional<CallRecord> before = find(news.id());
        boolean overBeforeItBegan = before.isEmpty() && news.lifeCycle().equals(Optional.of(LifeCycle.ENDED));
        if (!news.published() || overFor(news) || overBeforeItBegan) {
            return new Nothing();
        }
        CallRecord known = before.orElseGet(() -> announce.apply(news));
        LifeCycle now = news.lifeCycle().or(known::lifeCycle).orElse(LifeCycle.INITIATED);
        if (before.isPresent() && older(news, now, known)) {
            // A platform that tells all of a call each time tells its outcome again with whatever follows it.
            return now == LifeCycle.FAILED ? new Nothing() : new Stale();
        }
        Standing standing = standing(known, news, now, origin);
        if (before.isPresent() && same(known, news, now, standing)) {
            return new Nothing();
        }
        Changed changed = change(before, known, news, now, standing);
        keep(changed.after(), origin);
        return changed;
    }

    private static boolean same(CallRecord known, CallSnapshot news, LifeCycle now, Standing standing) {
        return known.facts().equals(news.facts())
                && known.lifeCycle().equals(Optional.of(now))
                && known.reason() == standing.reason;
    }

    private Changed change(
            Optional<CallRecord> before, CallRecord known, CallSnapshot news, LifeCycle now, Standing standing) {
        Map<String, String> shown = digests(news.forms());
        Set<String> exact = new LinkedHashSet<>(shown.keySet());
        exact.removeIf(form -> shown.get(form).equals(known.shown().get(form)));
        CallRecord after = new CallRecord(
                key,
                vendor,
                known.channel(),
                known.callRef(),
                Optional.of(news.id()),
                news.toAddress().isEmpty() ? known.to() : news.toAddress(),
                Optional.of(now),
                standing.reason,
                standing.source,
                known.startedAt(),
                now == LifeCycle.ENDED ? Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS)) : Optional.empty(),
                news.allowed(),
                known.callSeq() + 1,
                known.talked() || now.talking(),
                known.dropAsked(),
                news.parentCallId().isEmpty() ? known.parentCallId() : news.parentCallId(),
                news.platformTime().isEmpty() ? known.platformTime() : news.platformTime(),
                news.facts(),
                shown,
                news.raw());
        return new Changed(before, after, news, exact);
    }

    /** The time of an end that was only found out is not known. */
    private void keep(CallRecord call, Origin origin) {
        String callId = call.callId().orElseThrow();
        if (call.endedAt().isEmpty()) {
            open.put(callId, call);
            return;
        }
        open.remove(callId);
        ended.put(callId, origin == Origin.EVENT ? call.platformTime() : "");
        if (ended.size() > ENDED_REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
    }

    /** An agent who left a call can come back into it, for example as the one it is transferred to: by later news, never by old. */
    private boolean overFor(CallSnapshot news) {
        String end = ended.get(news.id());
        boolean backAgain = end != null
                && !end.isEmpty()
                && news.platformTime().compareTo(end) > 0
                && news.lifeCycle().filter(LifeCycle::live).isPresent();
        if (backAgain) {
            ended.remove(news.id());
        }
        return end != null && !backAgain;
    }

    /** Going back to an earlier phase is old news, and so is an earlier time within one phase. */
    private static boolean older(CallSnapshot news, LifeCycle now, CallRecord known) {
        int before = known.lifeCycle().map(CallLedger::phase).orElse(0);
        boolean sameClock =
                !news.platformTime().isEmpty() && !known.platformTime().isEmpty();
        return phase(now) < before
                || (phase(now) == before
                        && now != LifeCycle.ENDED
                        && sameClock
                        && news.platformTime().compareTo(known.platformTime()) < 0);
    }

    private static int phase(LifeCycle cycle) {
        return switch (cycle) {
            case PREVIEW -> 1;
            case INITIATED -> 2;
            case DIALING -> 3;
            case RINGING -> 4;
            case CONNECTED, HELD, CONSULTING, CONFERENCED -> 5;
            case FAILED -> 6;
            case WRAP_UP -> 7;
            case ENDED -> 8;
        };
    }

    private record Standing(Reason reason, String source) {}

    /** Why the call is where it is: as reported, as told before, or as it must have been. */
    private static Standing standing(CallRecord known, CallSnapshot news, LifeCycle now, Origin origin) {
        if (news.reason().isPresent()) {
            return new Standing(news.reason().get(), "REPORTED");
        }
        if (known.reason() != Reason.NONE || now.live()) {
            return new Standing(known.reason(), known.reasonSource());
        }
        return new Standing(inferred(known, news, now, origin), "INFERRED");
    }

    private static Reason inferred(CallRecord known, CallSnapshot news, LifeCycle now, Origin origin) {
        if (known.dropAsked()) {
            return known.talked() ? Reason.AGENT_HANGUP : Reason.CANCELLED_BY_AGENT;
        }
        // Found out afterwards: who was never seen talking may have talked meanwhile, all the same.
        if (origin == Origin.RESYNC && (now == LifeCycle.ENDED || !known.talked())) {
            return Reason.UNKNOWN_GAP;
        }
        if (known.lifeCycle().equals(Optional.of(LifeCycle.PREVIEW))) {
            // What may no longer be accepted has been: the customer's call tells the rest.
            return known.allowed().contains(Verb.ACCEPT) ? Reason.NOT_CONNECTED : Reason.NONE;
        }
        return news.guess().orElse(known.talked() ? Reason.REMOTE_HANGUP : Reason.NO_ANSWER);
    }

    private static Map<String, String> digests(Map<String, String> forms) {
        Map<String, String> digests = new LinkedHashMap<>();
        forms.forEach((channel, message) -> digests.put(
                channel,
                UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8)).toString()));
        return digests;
    }
}
