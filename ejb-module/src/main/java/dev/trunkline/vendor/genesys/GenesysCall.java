package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Leg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A conversation as one agent sees it: which leg is his, which is the customer's, who is consulted. Legs accumulate, so it is never the
 * first that fits (sheet 4).
 *
 * @param me the platform's id of the agent's user, his name and his login
 * @param memory what we know of it that no leg says
 */
record GenesysCall(AgentSession agent, Me me, Conversation conversation, Memory memory) {
    static final Set<String> OVER = Set.of("disconnected", "terminated");

    /** Of queues, menus, dialers and recorders: nobody speaks there (sheet 1: an open list). */
    private static final Set<String> PEOPLE = Set.of("agent", "user", "customer", "external");

    private static final Set<String> CUSTOMERS = Set.of("customer", "external");
    /** Who the agent is there. */
    record Me(String id, String name, String login) {}

    /**
     * What we know of a conversation that no leg says.
     *
     * @param dialled the number that was asked for, or {@code ""}
     * @param command our command that placed it, or {@code ""}
     * @param callback the conversation of the callback that was arranged on it, or {@code ""}
     * @param mark name of the attribute that carries our command's id, or {@code ""}
     * @param asked leg to the number under which we asked for that party: the platform names a colleague's leg by nothing that rings
     */
    record Memory(String dialled, String command, String callback, String mark, Map<String, String> asked) {
        static final Memory NONE = of("");

        Memory {
            asked = Map.copyOf(asked);
        }

        static Memory of(String mark) {
            return new Memory("", "", "", mark, Map.of());
        }

        static Memory of(String dialled, String command, String mark) {
            return new Memory(dialled, command, "", mark, Map.of());
        }

        Memory withCallback(String id) {
            return new Memory(dialled, command, id, mark, asked);
        }

        Memory withParty(String leg, String number) {
            Map<String, String> more = new TreeMap<>(asked);
            more.put(leg, number);
            return new Memory(dialled, command, callback, mark, more);
        }
    }

    String id() {
        return conversation.id();
    }

    static boolean over(Leg leg) {
        return OVER.contains(leg.call().state());
    }

    static boolean connected(Leg leg) {
        return leg.call().state().equals("connected");
    }

    /** Whether it ever had audio; a leg that went from connected to its end keeps the time of it. */
    static boolean talked(Leg leg) {
        return connected(leg) || !leg.call().times().connected().isEmpty();
    }

    /** The agent's own leg: the newest that lives, a connected one before others; else the newest. */
    Optional<Leg> own() {
        List<Leg> mine = legs(leg -> !me.id().isEmpty() && leg.userId().equals(me.id()));
        return newest(mine, GenesysCall::connected)
                .or(() -> newest(mine, leg -> !over(leg)))
                .or(() -> newest(mine, leg -> true));
    }

    /**
     * The customer, or the colleague who was called: one that lives and whom he did not ask into the talk. Of two it is the first: the sheet's
     * newest one (section 4) means the one that took the place of a leg that ended, and who joins others who talk takes nobody's place. Once the
     * agent is out of it whoever else comes is not his: then it is the one with whom he talked first.
     */
    Optional<Leg> far() {
        String consulted = consulted().map(Leg::id).orElse("");
        List<Leg> others = legs(leg -> other(leg) && !leg.id().equals(consulted));
        List<Leg> first = others.stream()
                .filter(leg -> !memory.asked().containsKey(leg.id()))
                .toList();
        if (own().filter(GenesysCall::over).isPresent()) {
            return first.stream()
                    .filter(leg -> customer(leg) && talked(leg))
                    .findFirst()
                    .or(() -> newest(first, GenesysCall::customer))
                    .or(() -> newest(others, leg -> true));
        }
        return first.stream()
                .filter(leg -> customer(leg) && !over(leg))
                .findFirst()
                .or(() -> newest(first, leg -> !over(leg)))
                .or(() -> newest(others, leg -> !over(leg)))
                .or(() -> newest(first, GenesysCall::customer))
                .or(() -> newest(others, leg -> true));
    }

    static boolean customer(Leg leg) {
        return CUSTOMERS.contains(leg.purpose());
    }

    /** The third party whom this agent asked. It has the mark of a consult as all three have, and it came last. */
    Optional<Leg> consulted() {
        if (!consults()) {
            return Optional.empty();
        }
        String consult = own().map(Leg::consultParticipantId).orElse("");
        List<Leg> living = legs(leg -> other(leg) && !over(leg));
        List<Leg> marked = living.stream()
                .filter(leg -> !leg.consultParticipantId().isEmpty() || leg.id().equals(consult))
                .toList();
        List<Leg> two = marked.size() > 1 ? marked : living;
        return two.size() > 1 ? newest(two, leg -> true) : Optional.empty();
    }

    /** Whether he asked a third party, rather than being asked. */
    private boolean consults() {
        Optional<Leg> mine = own().filter(leg -> !over(leg));
        boolean initiator = mine.filter(leg ->
                        leg.attributes().getOrDefault("consultInitiator", "").equalsIgnoreCase("true"))
                .isPresent();
        boolean first = mine.filter(leg -> !leg.consultParticipantId().isEmpty())
                .filter(leg -> legs(other -> other(other)
                                && !other.consultParticipantId().isEmpty()
                                && !CUSTOMERS.contains(other.purpose())
                                && index(other) < index(leg))
                        .isEmpty())
                .isPresent();
        return initiator || first;
    }

    private int index(Leg leg) {
        return conversation.legs().indexOf(leg);
    }

    /** All three talk together: nobody is kept from hearing anybody. */
    boolean conference() {
        List<Leg> talking = legs(leg -> PEOPLE.contains(leg.purpose()) && connected(leg));
        return talking.size() > 2
                && talking.stream()
                        .noneMatch(leg -> leg.call().held() || leg.call().confined());
    }

    /** The own leg is over, and its wrap-up is not (sheet 6.3). */
    boolean wrapUpDue() {
        return own().filter(GenesysCall::over)
                .filter(leg -> leg.wrapUp().required()
                        && !leg.wrapUp().done()
                        && !leg.wrapUp().skipped()
                        && leg.call().times().workEnded().isEmpty())
                .isPresent();
    }

    /** His own phone rings for what another one began. */
    boolean offered() {
        return own().filter(leg -> leg.call().state().equals("alerting")).isPresent();
    }

    /** The far end never answered, and it was not the agent who gave up. */
    boolean failed() {
        Optional<Leg> mine = own();
        Optional<Leg> far = far();
        boolean begun =
                mine.filter(leg -> !leg.call().direction().equals("inbound")).isPresent();
        // Somebody else ended it, and who that was his own leg will say.
        boolean pending = mine.filter(leg -> !over(leg)).isPresent()
                && far.filter(leg -> leg.call().disconnectType().equals("peer")).isPresent();
        boolean unanswered = far.isEmpty()
                ? mine.filter(GenesysCall::over).isPresent()
                : far.filter(leg -> over(leg) && !talked(leg)).isPresent();
        return begun && unanswered && !pending && !everTalked() && !cancelled();
    }

    /** A transfer's or a conference's newest leg may fail without the call having failed. */
    private boolean everTalked() {
        return !legs(leg -> other(leg) && talked(leg)).isEmpty();
    }

    /** The agent hung up, by us, at his desktop or at his phone, before anybody answered. */
    boolean cancelled() {
        Optional<String> how =
                own().filter(GenesysCall::over).map(leg -> leg.call().disconnectType());
        boolean self = how.filter(type -> type.equals("client") || type.equals("endpoint"))
                .isPresent();
        boolean followed = far().map(leg -> !over(leg)
                        || leg.call().disconnectType().equals("peer")
                        || leg.call().disconnectType().isEmpty()
                        || leg.call().disconnectType().equals("client"))
                .orElse(true);
        return self && followed && !everTalked();
    }

    /** It ended unanswered, and only the other shape can say why (sheet 6.4). */
    boolean wantsReasons() {
        return failed() && far().filter(leg -> leg.reasons().isEmpty()).isPresent();
    }

    /** He is out of it while the others go on. */
    boolean handedOver() {
        boolean moved = own().filter(GenesysCall::over)
                .filter(leg -> leg.call().disconnectType().startsWith("transfer"))
                .isPresent();
        boolean goesOn = own().filter(GenesysCall::over).isPresent()
                && legs(leg -> other(leg) && !over(leg)).size() > 1;
        return moved || goesOn;
    }

    /** Not what somebody outside began (contract O3). Of campaign calls too the customer's leg says it, not the agent's (sheet 4.1). */
    boolean fromInside() {
        return legs(leg -> CUSTOMERS.contains(leg.purpose())
                        && leg.call().direction().equals("inbound"))
                .isEmpty();
    }

    String campaign() {
        return attribute("dialerCampaignId");
    }

    boolean manual() {
        return campaign().isEmpty();
    }

    /** The command that placed it, as the platform gives it back, or as we remember it. */
    String placedBy() {
        String said = memory.mark().isEmpty() ? "" : attribute(memory.mark());
        return said.isEmpty() ? memory.command() : said;
    }

    private String attribute(String name) {
        return conversation.legs().stream()
                .map(leg -> leg.attributes().getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Attributes of the far leg over those of the own one, without what is ours. */
    Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>();
        Stream.of(own(), far()).flatMap(Optional::stream).forEach(leg -> leg.attributes()
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        all.put(name, value);
                    }
                }));
        all.remove(memory.mark());
        all.remove("consultInitiator");
        return all;
    }

    /** What it was called by, and who is on it. */
    GenesysNumbers numbers() {
        return new GenesysNumbers(this);
    }

    /** Those who are on it now. */
    List<Leg> parties() {
        return legs(leg -> PEOPLE.contains(leg.purpose()) && !over(leg));
    }

    /** Whether it was another who began it. */
    boolean calledHim() {
        return own().filter(leg -> leg.call().direction().equals("inbound")).isPresent();
    }

    private boolean other(Leg leg) {
        return PEOPLE.contains(leg.purpose()) && !leg.userId().equals(me.id());
    }

    private List<Leg> legs(Predicate<Leg> wanted) {
        return conversation.legs().stream().filter(wanted).toList();
    }

    private static Optional<Leg> newest(List<Leg> legs, Predicate<Leg> wanted) {
        return legs.stream().filter(wanted).reduce((first, last) -> last);
    }
}
