package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dialog lists is what the platform takes, and nothing else, whatever an agent does with the records of a campaign. */
class ListedActionsTest {
    private static final int STEPS = 40;
    private static final String TO = "<toAddress>9015550150</toAddress>";
    private static final Set<String> PASSING = Set.of("INITIATING", "INITIATED", "ACCEPTED", "FAILED", "DROPPED");
    private static final List<String> MODES =
            List.of("preview", "directpreview", "progressive", "predictive", "callback");

    /** Every action with what it needs, but for digits: they are told to nobody. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("ANSWER", ""),
            Map.entry("ACCEPT", ""),
            Map.entry("REJECT", ""),
            Map.entry("CLOSE", ""),
            Map.entry("TRANSFER_SST", TO),
            Map.entry("CONSULT_CALL", TO),
            Map.entry("TRANSFER", ""),
            Map.entry("CONFERENCE", ""),
            Map.entry("HOLD", ""),
            Map.entry("RETRIEVE", ""),
            Map.entry(
                    "UPDATE_CALL_DATA", "<mediaProperties><wrapUpReason>No interest</wrapUpReason></mediaProperties>"),
            Map.entry("DROP", ""),
            Map.entry("UPDATE_SCHEDULED_CALLBACK", Dialled.parameters("callbackTime", "2026-03-09T16:45")),
            Map.entry("CANCEL_SCHEDULED_CALLBACK", ""),
            Map.entry("RECLASSIFY", Dialled.parameters("outboundClassification", "VOICE")));

    /** Nothing happens by itself while the walk looks at what is listed. */
    private static final Options PATIENT = Quick.options()
            .with("finesse.offer", "60s")
            .with("finesse.ring", "60s")
            .with("finesse.wrapUp", "60s")
            .with("finesse.listsReservations", true);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsListedShouldBeTakenAndNothingElse(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> walk = new ArrayList<>();
        try (Simulators simulators = Simulators.start(PATIENT);
                Desk alice = Dialled.readyAlice(simulators)) {
            Dialled dialer = new Dialled(simulators);
            for (int step = 0; step < STEPS; step++) {
                step(alice, dialer, random, walk);
            }
        } catch (AssertionError e) {
            throw new AssertionError("Seed " + seed + ", walk " + walk, e);
        }
        assertThat(walk).anyMatch(step -> step.endsWith("taken")).anyMatch(step -> step.endsWith("refused"));
    }

    private static void step(Desk alice, Dialled dialer, Random random, List<String> walk) throws Exception {
        List<Element> dialogs = dialogs(alice);
        boolean talksAtAll = dialogs.stream().anyMatch(dialog -> !state(dialog).equals("WRAP_UP"));
        if (!talksAtAll) {
            offerNext(alice, dialer, MODES.get(random.nextInt(MODES.size())), walk);
            return;
        }
        Element dialog = dialogs.get(random.nextInt(dialogs.size()));
        String id = dialog.textOf("id").orElseThrow();
        if (random.nextInt(4) == 0 && dialer.farEnd(id, random.nextBoolean() ? "answer" : "hangup") == 202) {
            walk.add("far end");
            return;
        }
        List<String> names = ACTIONS.keySet().stream().sorted().toList();
        String action = names.get(random.nextInt(names.size()));
        boolean listed = listed(dialog).contains(action);
        Update answer = act(alice, id, action, "step-" + walk.size());
        boolean refused = answer.summary().contains("error");
        walk.add(state(dialog) + " " + action + (refused ? " refused" : " taken"));
        assertThat(refused).as(walk.toString()).isNotEqualTo(listed);
    }

    /** A consult call, too, begins with the mark of its request: a mark is of one step only. */
    private static Update act(Desk alice, String id, String action, String mark) throws Exception {
        String body = "<Dialog><targetMediaAddress>1001</targetMediaAddress><requestedAction>" + action
                + "</requestedAction>" + ACTIONS.get(action) + "</Dialog>";
        HttpRequest request = alice.rest()
                .request("/finesse/api/Dialog/" + id)
                .setHeader("requestId", mark)
                .PUT(BodyPublishers.ofString(body))
                .build();
        assertThat(alice.rest().send(request).statusCode()).isEqualTo(202);
        List<Update> told = alice.until(update -> update.requestId().equals(mark));
        return told.get(told.size() - 1);
    }

    /** Ends the wrap-up there may be, and has the dialer bring the next record. */
    private static void offerNext(Desk alice, Dialled dialer, String mode, List<String> walk) throws Exception {
        alice.state("<state>READY</state>");
        Await.until("the agent is ready", () -> user(alice).contains("<state>READY</state>"));
        dialer.offer(Quick.NUMBER, mode);
        if (mode.startsWith("pr") && !mode.equals("preview")) {
            dialer.farEnd(dialer.offered("callId"), "answer");
        }
        walk.add(mode);
    }

    private static String user(Desk alice) {
        try {
            return alice.rest().get("/finesse/api/User/alice").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once nothing is on its way from one state to the next. */
    private static List<Element> dialogs(Desk alice) {
        List<List<Element>> seen = new ArrayList<>();
        Await.until("the calls are at rest", () -> {
            seen.add(read(alice));
            return seen.get(seen.size() - 1).stream().noneMatch(ListedActionsTest::passes);
        });
        return seen.get(seen.size() - 1);
    }

    private static boolean passes(Element dialog) {
        return PASSING.contains(dialog.textOf("state").orElseThrow());
    }

    private static List<Element> read(Desk alice) {
        try {
            return Element.parse(alice.dialogs()).all("Dialog");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element own(Element dialog) {
        return dialog.child("participants").orElseThrow().all("Participant").stream()
                .filter(party -> party.textOf("mediaAddress").orElse("").equals("1001"))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Element dialog) {
        return own(dialog).textOf("state").orElseThrow();
    }

    private static List<String> listed(Element dialog) {
        return own(dialog).child("actions").orElseThrow().all("action").stream()
                .map(Element::text)
                .toList();
    }
}
