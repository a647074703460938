package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Person;
import dev.trunkline.simulator.PortTakenException;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.finesse.centre.Cause;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.xmpp.EventServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Which kinds of faults the simulated Finesse knows and what each does. */
final class FinesseFaults {
    private static final Duration USUAL = Duration.ofSeconds(3);
    private static final Duration NEXT_TRY = Duration.ofMillis(200);
    private static final Logger LOG = Logger.getLogger(FinesseFaults.class.getName());
    private static final int USUAL_RATE = 500;
    private static final String INFO = "/finesse/api/SystemInfo";

    private final Map<String, Consumer<Fault>> kinds = new TreeMap<>();
    private final Faults faults;
    private final Nodes nodes;
    private final Centre centre;
    private final Tokens tokens;
    private final Lane lane;
    private final List<Person> people;

    FinesseFaults(Faults faults, Nodes nodes, Centre centre, Tokens tokens, Lane lane, List<Person> people) {
        this.faults = faults;
        this.nodes = nodes;
        this.centre = centre;
        this.tokens = tokens;
        this.lane = lane;
        this.people = people;
        for (String kind :
                List.of("slow", "error", "rate-limit", "lose-answer", "swallow", "async-error", "withdraw-offer")) {
            kinds.put(kind, faults::addTimes);
        }
        for (String kind : List.of("duplicate-events", "reorder-events")) {
            kinds.put(kind, fault -> faults.addFor(fault, USUAL));
        }
        kinds.put("cut-stream", onXmpp((xmpp, fault) -> xmpp.cut(fault, Duration.ZERO)));
        kinds.put("refuse-stream", onXmpp((xmpp, fault) -> xmpp.refuse(fault, USUAL)));
        kinds.put("expire-auth", this::expire);
        kinds.put("half-open", onXmpp((xmpp, fault) -> xmpp.freeze(fault, USUAL)));
        kinds.put("conflict", onXmpp((xmpp, fault) -> xmpp.endWithError(fault, "conflict")));
        kinds.put("system-shutdown", onXmpp((xmpp, fault) -> xmpp.endWithError(fault, "system-shutdown")));
        kinds.put("garbage", this::garbage);
        kinds.put("outcome", this::outcome);
        kinds.put("out-of-service", fault -> nodes.of(fault).forEach(node -> outOfService(node, fault)));
        kinds.put("web-down", fault -> nodes.of(fault).forEach(node -> webDown(node, fault)));
        kinds.put("node-down", fault -> nodes.of(fault).forEach(node -> nodeDown(node, fault)));
        kinds.put("change-burst", this::changeBurst);
    }

    private Consumer<Fault> onXmpp(BiConsumer<EventServer, Fault> what) {
        return fault -> nodes.of(fault).forEach(node -> what.accept(node.xmpp(), fault));
    }

    void inject(Fault fault) {
        Consumer<Fault> kind = kinds.get(fault.kind());
        if (kind == null) {
            throw new RefusedException(
                    400, "Finesse has no fault '" + fault.kind() + "'; it has " + kinds.keySet() + ".");
        }
        if (fault.onlyAgent().filter(agent -> !centre.knows(agent)).isPresent()) {
            throw new RefusedException(400, "There is no agent '" + fault.agent() + "'.");
        }
        if (nodes.of(fault).isEmpty()) {
            throw new RefusedException(400, "There is no node '" + fault.node() + "'; a second one is named b.");
        }
        lane.ask(() -> {
            kind.accept(fault);
            return true;
        });
    }

    /**
     * One by one, so that each agent's coming back ends it for that agent alone; with a count, so many requests of each are refused at most.
     * A token that has expired never comes back.
     */
    private void expire(Fault fault) {
        people.stream().map(Person::userName).filter(fault::concerns).forEach(agent -> {
            tokens.expire(agent);
            Fault own = fault.onlyFor(agent);
            if (own.count() == null) {
                faults.addForever(own);
            } else {
                faults.addTimes(own);
            }
        });
    }

    /** The stateCause of the next call of each. */
    private void outcome(Fault fault) {
        Cause cause = Arrays.stream(Cause.values())
                .filter(one -> one.name().equals(fault.text()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        400, "outcome needs one of " + Arrays.toString(Cause.values()) + " as its text."));
        people.stream().map(Person::userName).filter(fault::concerns).forEach(agent -> centre.foretell(agent, cause));
    }

    private void garbage(Fault fault) {
        if (fault.text() == null) {
            throw new RefusedException(400, "garbage needs a text, for example {\"kind\":\"garbage\",\"text\":\"<\"}.");
        }
        onXmpp((xmpp, one) -> xmpp.sendGarbage(one, one.text(), Boolean.TRUE.equals(one.raw())))
                .accept(fault);
    }

    private void outOfService(FinesseNode node, Fault fault) {
        node.faults().addFor(fault, USUAL);
        tellSystemInfo(node);
        lane.after(fault.duration(USUAL).plusMillis(1), () -> tellSystemInfo(node));
    }

    /** The web application is gone while XMPP lives: the user finesse is not there (sheet 5.6). */
    private void webDown(FinesseNode node, Fault fault) {
        node.xmpp().finesseIs(false);
        node.faults()
                .addFor(Fault.of("out-of-service").lasting(fault.duration(USUAL).toMillis() / 1000.0), USUAL);
        lane.after(fault.duration(USUAL).plusMillis(1), () -> node.xmpp().finesseIs(true));
    }

    /** The whole machine is gone; calls live on in the contact centre. */
    private void nodeDown(FinesseNode node, Fault fault) {
        node.down();
        lane.after(fault.duration(USUAL), () -> comeUp(node));
    }

    /** Another program may have got the port for a moment. */
    private void comeUp(FinesseNode node) {
        try {
            node.up();
        } catch (PortTakenException | IllegalStateException e) {
            LOG.log(Level.INFO, e, () -> "Node " + node.name() + " is not up yet");
            lane.after(NEXT_TRY, () -> comeUp(node));
        }
    }

    private static void tellSystemInfo(FinesseNode node) {
        node.xmpp()
                .tellAll(
                        INFO,
                        "<Update><data>" + node.info().document("systemInfo")
                                + "</data><event>put</event><requestId></requestId>" + "<source>" + INFO
                                + "</source></Update>");
    }

    private void changeBurst(Fault fault) {
        int rate = fault.perSecond() == null ? USUAL_RATE : fault.perSecond();
        centre.changeBurst(fault::concerns, rate, fault.duration(USUAL));
    }
}
