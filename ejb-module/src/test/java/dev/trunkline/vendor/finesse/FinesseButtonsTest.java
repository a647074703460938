package dev.trunkline.vendor.finesse;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Action;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import dev.trunkline.vendor.finesse.wire.Dialog;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buttons never lie: whatever an agent does, what a call offers him Finesse takes, and what it does not offer Finesse refuses. */
class FinesseButtonsTest {
    private static final int STEPS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String NUMBER = "3125550142";
    private static final Map<String, Object> ADVISER = Map.of("toAddress", "3125550143");
    private static final List<String> MODES =
            List.of("preview", "directpreview", "progressive", "predictive", "callback", "");

    /** Done by several requests, none of which need be refused where the verb is not offered. */
    private static final Set<Verb> COMPOSED = EnumSet.of(Verb.SWAP, Verb.DROP_CONSULT);

    /** After these the agent is soon without a call. */
    private static final Set<Verb> ENDING =
            EnumSet.of(Verb.REJECT, Verb.CLOSE, Verb.SKIP, Verb.DROP, Verb.DIRECT_TRANSFER);

    /** Of the contract's table, but not in the Cisco form. */
    private static final Set<Verb> WITHOUT_BUTTON = EnumSet.of(
            Verb.SKIP,
            Verb.SWAP,
            Verb.DROP_CONSULT,
            Verb.SEND_DTMF,
            Verb.RECLASSIFY,
            Verb.WRAP_UP,
            Verb.DROP_PARTICIPANT);

    /** On the way to the next state by themselves. */
    private static final Set<String> PASSING = Set.of("INITIATING", "INITIATED", "ACCEPTED", "FAILED", "DROPPED");

    /** Nothing rings out, times out or wraps up by itself while the walk looks at it. */
    private static final Map<String, String> PATIENT =
            Map.of("offer", "60s", "ring", "60s", "wrapUp", "60s", "dialer", "5ms", "listsReservations", "true");

    private static FinesseSite site;
    private static FinesseService service;

    /** A verb with what it needs. */
    private record Use(BiConsumer<AgentSession, Order> deed, Map<String, Object> data) {
        Use(BiConsumer<AgentSession, Order> deed) {
            this(deed, Map.of());
        }
    }

    @BeforeAll
    static void open() {
        site = FinesseSite.open(PATIENT);
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsOfferedShouldBeTakenAndNothingElse(long seed) {
        Walk walk = new Walk(new Random(seed));
        try {
            for (int step = 0; step < STEPS; step++) {
                walk.step();
            }
        } catch (AssertionError e) {
            throw new AssertionError("Seed " + seed + ", walk " + walk.steps, e);
        }
        assertThat(walk.steps).anyMatch(step -> step.endsWith("refused"));
        Set<String> taken = walk.steps.stream()
                .filter(step -> step.endsWith("taken"))
                .map(step -> step.split(" ")[1])
                .collect(Collectors.toSet());
        assertThat(taken).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(8);
    }

    /** What the Cisco form's ActionsAllowed offer. */
    private static Set<Verb> buttons(CallSnapshot call) {
        try (JsonReader reader = Json.createReader(new StringReader(call.forms().get("Cisco")))) {
            return reader.readObject().getValue("/data/call/ActionsAllowed/items").asJsonObject().keySet().stream()
                    .map(key -> Action.valueOf(key.substring("Set".length())).verb())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<Verb> withButton(Set<Verb> allowed) {
        return allowed.stream().filter(verb -> !WITHOUT_BUTTON.contains(verb)).collect(Collectors.toSet());
    }

    /** One agent, and all that he did so far. */
    private static final class Walk {
        private final Random random;
        private final Desk desk = site.signedIn(service);
        private final List<String> steps = new ArrayList<>();
        private final Map<Verb, Use> uses = new EnumMap<>(Map.ofEntries(
                entry(Verb.ANSWER, new Use(service::answer)),
                entry(Verb.ACCEPT, new Use(service::accept)),
                entry(Verb.REJECT, new Use(service::reject)),
                entry(Verb.CLOSE, new Use(service::close)),
                entry(Verb.SKIP, new Use(service::skip)),
                entry(Verb.SCHEDULE, new Use(service::schedule, Map.of("callbackTime", "2036-03-05T15:30Z"))),
                entry(Verb.CANCEL_SCHEDULE, new Use(service::cancelSchedule)),
                entry(Verb.HOLD, new Use(service::hold)),
                entry(Verb.RETRIEVE, new Use(service::retrieve)),
                entry(Verb.DROP, new Use(service::drop)),
                entry(Verb.DIRECT_TRANSFER, new Use(service::directTransfer, ADVISER)),
                entry(Verb.CONSULT, new Use(service::consult, ADVISER)),
                entry(Verb.TRANSFER, new Use(service::transfer)),
                entry(Verb.CONFERENCE, new Use(service::conference)),
                entry(Verb.DROP_CONSULT, new Use(service::dropConsult)),
                entry(Verb.SWAP, new Use(service::swap)),
                entry(Verb.SEND_DTMF, new Use(service::sendDtmf, Map.of("digits", "1"))),
                entry(Verb.UPDATE_CALL_DATA, new Use(service::updateCallData, Map.of("label", "No interest"))),
                entry(Verb.RECLASSIFY, new Use(service::reclassify, Map.of("value", "VOICE")))));

        Walk(Random random) {
            this.random = random;
        }

        void step() {
            settle();
            List<CallSnapshot> talks = calls().stream()
                    .filter(call -> !stands(call, LifeCycle.WRAP_UP))
                    .toList();
            if (talks.isEmpty()) {
                next();
            } else if (random.nextInt(4) > 0 || !farEnd(one(talks))) {
                verb(one(calls()));
            }
        }

        private List<CallSnapshot> calls() {
            return desk.told().standing();
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        /** Half of the time something that is offered, and seldom an end, or the walk would not get far. */
        private void verb(CallSnapshot call) {
            List<Verb> offered =
                    call.allowed().stream().filter(uses::containsKey).toList();
            boolean blindly = offered.isEmpty() || random.nextBoolean();
            Verb verb = one(blindly ? List.copyOf(uses.keySet()) : offered);
            if (!ENDING.contains(verb) || random.nextInt(3) == 0) {
                use(verb, call);
            }
        }

        private void use(Verb verb, CallSnapshot call) {
            if (verb == Verb.CONSULT && calls().size() > 1) {
                return; // of three calls nobody says which two a Swap means
            }
            boolean offered = call.allowed().contains(verb);
            assertThat(buttons(call)).isEqualTo(withButton(call.allowed()));
            boolean taken = takes(verb, call);
            String step = call.platformState() + " " + verb + (taken ? " taken" : " refused");
            steps.add(step);
            if (offered || !COMPOSED.contains(verb)) {
                assertThat(taken).as("%s, offered %s", step, call.allowed()).isEqualTo(offered);
            }
        }

        private boolean takes(Verb verb, CallSnapshot call) {
            Use use = uses.get(verb);
            Order order = order(verb, call, use.data());
            List<CallSnapshot> before = calls();
            try {
                use.deed().accept(desk.agent(), order);
            } catch (VendorException refused) {
                return false;
            }
            before.forEach(this::answered);
            return !desk.told().failedCommands.contains(order.commandId());
        }

        /** Of two calls a Swap takes back the one on hold. */
        private Order order(Verb verb, CallSnapshot call, Map<String, Object> data) {
            String other = calls().stream()
                    .filter(one -> !one.id().equals(call.id()) && !stands(one, LifeCycle.WRAP_UP))
                    .map(CallSnapshot::id)
                    .findFirst()
                    .orElse("");
            boolean turned = verb == Verb.SWAP && !other.isEmpty() && !stands(call, LifeCycle.HELD);
            return new Order(
                    UUID.randomUUID().toString(), turned ? other : call.id(), turned ? call.id() : other, data);
        }

        private boolean farEnd(CallSnapshot call) {
            String action = random.nextInt(4) > 0 ? "answer" : "hangup";
            try {
                site.finesse().farEnd(call.id(), action);
                steps.add("far end: " + action);
                return true;
            } catch (RefusedException notNow) {
                return false;
            }
        }

        /** Ends the wrap-up there may be; then a record is brought, or he dials himself. */
        private void next() {
            List<CallSnapshot> wrapUps = calls();
            wrapUps.forEach(call -> assertThat(call.allowed()).contains(Verb.WRAP_UP));
            wrapUps.stream()
                    .findFirst()
                    .ifPresentOrElse(
                            call -> service.wrapUp(desk.agent(), FinesseSite.order(call.id(), Map.of("ready", true))),
                            () -> service.setReady(desk.agent(), FinesseSite.order()));
            desk.told().until("all wrapped up", told -> told.standing().isEmpty());
            desk.told().untilAgent(AgentState.READY);
            begin(one(MODES));
        }

        private void begin(String mode) {
            steps.add(mode);
            if (mode.isEmpty()) {
                service.dial(desk.agent(), FinesseSite.dial(NUMBER));
                return;
            }
            String agent = desk.agent().username();
            String call = site.finesse()
                    .offer(new Offer(agent, NUMBER, mode, false, null))
                    .callId();
            if (!call.isEmpty()) {
                site.finesse().farEnd(call, "answer");
            }
        }

        /** Waits until all that was asked of this call has been answered: a harmless thing that is asked after it is, whichever way. */
        private void answered(CallSnapshot call) {
            Order mark = FinesseSite.order(call.id(), Map.of("label", "No interest"));
            try {
                service.updateCallData(desk.agent(), mark);
            } catch (VendorException gone) {
                return; // so what was asked before was done
            }
            desk.told()
                    .until(
                            "the mark",
                            told -> told.failedCommands.contains(mark.commandId())
                                    || told.calls.stream()
                                            .anyMatch(one -> one.causedBy().equals(mark.commandId())));
        }

        /** A second sign-in changes nothing, and is told. */
        private void pass() {
            Order mark = FinesseSite.order();
            service.login(desk.agent(), mark);
            desk.told().until("the mark", told -> told.agents.stream()
                    .anyMatch(agent -> agent.causedBy().equals(mark.commandId())));
        }

        /** Waits until nothing is on its way and what was told is what Finesse has. */
        private void settle() {
            long end = System.nanoTime() + PATIENCE.toNanos();
            do {
                assertThat(System.nanoTime())
                        .as(() -> "at rest: told " + actionsTold() + ", Finesse has " + actionsNow())
                        .isLessThan(end);
                pass();
            } while (!atRest());
        }

        private boolean atRest() {
            return calls().stream().noneMatch(call -> PASSING.contains(call.platformState()))
                    && actionsTold().equals(actionsNow());
        }

        private Map<String, List<String>> actionsTold() {
            return calls().stream()
                    .collect(Collectors.toMap(CallSnapshot::id, call -> actions(FinesseXml.dialog(call.raw()))));
        }

        private Map<String, List<String>> actionsNow() {
            return service.client.dialogs(desk.agent()).stream().collect(Collectors.toMap(Dialog::id, this::actions));
        }

        private List<String> actions(Dialog dialog) {
            return FinesseCall.of(desk.agent(), dialog).actions();
        }

        private static boolean stands(CallSnapshot call, LifeCycle cycle) {
            return call.lifeCycle().equals(Optional.of(cycle));
        }
    }
}
