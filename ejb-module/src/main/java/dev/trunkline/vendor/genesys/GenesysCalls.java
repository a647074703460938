package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Leg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conversations of one agent as they were told so far: whatever comes twice, late or in another order, no leg is lost and none goes back
 * (sheet 5.4). Used on the lane only.
 */
final class GenesysCalls {
    private static final int ENDED_REMEMBERED = 20;

    private final AgentSession agent;
    private final GenesysSeat seat;
    private final Map<String, Conversation> last = new LinkedHashMap<>();
    private final Map<String, String> clocks = new LinkedHashMap<>();
    private final Set<String> heard = new HashSet<>();

    GenesysCalls(AgentSession agent, GenesysSeat seat) {
        this.agent = agent;
        this.seat = seat;
    }

    /** A push says how its flags stand now. */
    GenesysCall pushed(Conversation told) {
        heard.add(told.id());
        return merged(told, true);
    }

    /** From now on it counts what is pushed while we read. */
    void readingBegins() {
        heard.clear();
    }

    /** This was pushed and is still to be told: flags and data are no newer until then. */
    void willHear(Conversation told) {
        if (heard.add(told.id())) {
            merged(told, true);
        }
    }

    /** What was read is older than what was pushed meanwhile. */
    GenesysCall read(Conversation told) {
        return merged(told, !heard.contains(told.id()));
    }

    /** The same of a reading that {@link #overtakes}: flags and data are left as they were pushed. */
    GenesysCall readAhead(Conversation told) {
        return merged(told, false);
    }

    /** Whether it shows flags or data of an open call, which have no time, otherwise than they were pushed. */
    boolean overtakes(Conversation read) {
        return !heard.contains(read.id())
                && find(read.id()).filter(GenesysCalls::open).isPresent()
                && !combined(read, true).equals(combined(read, false));
    }

    /** Only what the other shape says besides: causes and ids. */
    GenesysCall completed(Conversation nested) {
        return merged(nested, false);
    }

    private GenesysCall merged(Conversation told, boolean current) {
        Conversation now = combined(told, current);
        last.remove(told.id());
        last.put(told.id(), now);
        return view(now);
    }

    private Conversation combined(Conversation told, boolean current) {
        Conversation before = last.getOrDefault(told.id(), new Conversation(told.id(), List.of()));
        Map<String, Leg> legs = new LinkedHashMap<>();
        before.legs().forEach(leg -> legs.put(leg.id(), leg));
        told.legs().forEach(leg -> legs.merge(leg.id(), leg, (known, now) -> GenesysLegs.merged(known, now, current)));
        return new Conversation(told.id(), List.copyOf(legs.values()));
    }

    /** As it stands now, with what verbs have left for it. */
    Optional<GenesysCall> find(String id) {
        return Optional.ofNullable(last.get(id)).map(this::view);
    }

    private GenesysCall view(Conversation conversation) {
        GenesysCall.Me me = seat.agent().map(GenesysAgent::me).orElse(new GenesysCall.Me("", "", ""));
        return new GenesysCall(agent, me, conversation, seat.dials().of(conversation.id()));
    }

    /** Those that were pushed while we read, and are alive: a list that was made before they began does not end them. */
    List<GenesysCall> pushedMeanwhile(Collection<String> read) {
        return last.keySet().stream()
                .filter(id -> heard.contains(id) && !read.contains(id))
                .map(id -> view(last.get(id)))
                .toList();
    }

    boolean busy() {
        return last.values().stream().map(this::view).anyMatch(GenesysCalls::open);
    }

    boolean wrapUpDue() {
        return last.values().stream().map(this::view).anyMatch(GenesysCall::wrapUpDue);
    }

    static boolean open(GenesysCall call) {
        return call.wrapUpDue()
                || call.own().filter(leg -> !GenesysCall.over(leg)).isPresent();
    }

    /** The platform's time of a change; empty for one that it gives no time for, such as taking a call off hold. */
    String time(GenesysCall call) {
        String now = GenesysEventMapper.latest(call);
        String before = clocks.getOrDefault(call.id(), "");
        if (now.compareTo(before) <= 0) {
            return "";
        }
        clocks.put(call.id(), now);
        return now;
    }

    /** Lets go of the oldest that are over. @return which */
    List<String> forgetOld() {
        List<String> gone = new ArrayList<>();
        Iterator<Map.Entry<String, Conversation>> all = last.entrySet().iterator();
        while (last.size() > ENDED_REMEMBERED && all.hasNext()) {
            Map.Entry<String, Conversation> one = all.next();
            if (!open(view(one.getValue()))) {
                all.remove();
                clocks.remove(one.getKey());
                gone.add(one.getKey());
            }
        }
        return gone;
    }

    /** What the platform no longer has. */
    void forget(String id) {
        last.remove(id);
        clocks.remove(id);
    }
}
