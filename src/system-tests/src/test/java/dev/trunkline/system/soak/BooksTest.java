package dev.trunkline.system.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The soak's own checks must be able to fail: each is shown one fault made by hand. */
class BooksTest {
    private static final long SECOND = 1_000_000;
    private final Outages outages = new Outages();

    /** One event of the call {@code c-1}, heard at the second of its number. */
    private static Heard event(long seq, String lifeCycle, long change) {
        return event(seq, seq, lifeCycle, change, "NONE");
    }

    private static Heard event(long seq, long callSeq, String lifeCycle, long change, String reason) {
        return new Heard(
                seq,
                new UUID(0, seq),
                "c-1",
                callSeq,
                "77",
                lifeCycle,
                reason,
                change,
                change == 0 ? 0 : seq * SECOND,
                SECOND / 10,
                seq * SECOND);
    }

    private static CallStory story(Heard... heard) {
        return new CallStory("agent0001", List.of(heard));
    }

    private static PlatformCall platformCall(boolean ended, long changes) {
        return new PlatformCall(
                Platform.ALL.get(0), "77", "agent0001", dial("5000").fate().number(), SECOND, ended, changes);
    }

    private static Dial dial(String ending) {
        return new Dial(new Fate(1, 0, ending, Optional.empty(), 5, true), "key-1", "Finesse");
    }

    private static Dial accepted(String command) {
        Dial dial = dial("5000");
        dial.acknowledged(command, "c-1", false);
        return dial;
    }

    private static Heard[] good() {
        return new Heard[] {
            event(1, "DIALING", 0),
            event(2, "CONNECTED", 1),
            event(3, "CONNECTED", 2),
            event(4, 4, "ENDED", 2, "REMOTE_HANGUP")
        };
    }

    private static List<String> lost(long... numbers) {
        AgentBook book = new AgentBook("agent0001");
        for (long number : numbers) {
            book.add(event(number, "CONNECTED", 0));
        }
        List<String> all = new ArrayList<>(book.lost());
        all.addAll(book.twice());
        return all;
    }

    @Test
    void lostEventShouldBeFound() {
        assertThat(lost(1, 2, 3)).isEmpty();
        assertThat(lost(1, 3)).singleElement().asString().contains("after 1 came 3");
        assertThat(lost(2)).singleElement().asString().contains("after 0 came 2");
    }

    @Test
    void eventHeardTwiceShouldBeFound() {
        assertThat(lost(1, 2, 2)).singleElement().asString().contains("2 came again");
    }

    @Test
    void goodCallShouldPassAllChecks() {
        CallChecks checks = new CallChecks(List.of(platformCall(true, 2)), List.of(story(good())), outages);

        assertThat(story(good()).disorder()).isEmpty();
        assertThat(checks.unmatched()).isEmpty();
        assertThat(checks.endedOnOneSide()).isEmpty();
        assertThat(checks.missed()).isEmpty();
        assertThat(checks.implausible(List.of(dial("5000")))).isEmpty();
    }

    @Test
    void phaseThatGoesBackShouldBeFound() {
        assertThat(story(event(1, "CONNECTED", 0), event(2, "RINGING", 0)).disorder())
                .singleElement()
                .asString()
                .contains("RINGING after CONNECTED");
    }

    @Test
    void anythingAfterTheEndShouldBeFound() {
        assertThat(story(event(1, "ENDED", 0), event(2, "ENDED", 0)).disorder()).hasSize(1);
    }

    @Test
    void changeThatGoesBackShouldBeFound() {
        assertThat(story(event(1, "CONNECTED", 2), event(2, "CONNECTED", 1)).disorder())
                .singleElement()
                .asString()
                .contains("change 1 after 2");
    }

    @Test
    void gapInTheNumbersOfACallShouldBeFound() {
        assertThat(story(event(1, 1, "DIALING", 0, "NONE"), event(2, 3, "CONNECTED", 0, "NONE"))
                        .disorder())
                .singleElement()
                .asString()
                .contains("callSeq 3 after 1");
    }

    @Test
    void missedChangeShouldBeFoundUnlessTheStreamWasCut() {
        CallStory story = story(event(1, "CONNECTED", 1), event(20, "CONNECTED", 3));

        assertThat(story.missed(outages, 3)).hasSize(1);
        outages.cut("agent0002", 19 * SECOND, 20 * SECOND);
        assertThat(story.missed(outages, 3)).as("another agent's stream").hasSize(1);
        outages.cut("agent0001", 5 * SECOND, 6 * SECOND);
        assertThat(story.missed(outages, 3)).as("another time").hasSize(1);
        outages.cut("agent0001", 19 * SECOND, 20 * SECOND);
        assertThat(story.missed(outages, 3)).isEmpty();
    }

    @Test
    void missedLastChangeShouldBeFound() {
        assertThat(story(good()).missed(outages, 3)).singleElement().asString().contains("the last change is 3");
    }

    @Test
    void callThatEndsOnOneSideOnlyShouldBeFound() {
        CallStory open = story(event(1, "CONNECTED", 0));

        assertThat(new CallChecks(List.of(platformCall(true, 0)), List.of(open), outages).endedOnOneSide())
                .hasSize(1);
        assertThat(new CallChecks(List.of(platformCall(false, 2)), List.of(story(good())), outages).endedOnOneSide())
                .hasSize(1);
    }

    @Test
    void callOfOneSideOnlyShouldBeFound() {
        assertThat(new CallChecks(List.of(), List.of(story(good())), outages).unmatched())
                .hasSize(1);
        assertThat(new CallChecks(List.of(platformCall(true, 0)), List.of(), outages).unmatched())
                .hasSize(1);
    }

    @Test
    void reasonThatCannotBeShouldBeFound() {
        CallStory gap = story(event(1, "CONNECTED", 0), event(2, 2, "ENDED", 0, "UNKNOWN_GAP"));
        CallChecks checks = new CallChecks(List.of(platformCall(true, 0)), List.of(gap), outages);

        assertThat(checks.implausible(List.of(dial("5000")))).hasSize(1);
        outages.cut("agent0001", SECOND, 2 * SECOND);
        assertThat(checks.implausible(List.of(dial("5000")))).isEmpty();
    }

    @Test
    void doubleDialShouldBeFound() {
        PlatformCall once = platformCall(true, 0);
        DialChecks checks = new DialChecks(List.of(accepted("m-1")), List.of(once, once), new CommandBook());

        assertThat(checks.doubles()).hasSize(1);
    }

    @Test
    void dialThatIsDoneWithoutACallShouldBeFound() {
        CommandBook commands = new CommandBook();
        commands.settled("m-1", SECOND, "");

        assertThat(new DialChecks(List.of(accepted("m-1")), List.of(), commands).unmatched())
                .hasSize(1);
        assertThat(new DialChecks(List.of(dial("5000")), List.of(platformCall(true, 0)), commands).unmatched())
                .as("a call without an accepted dial")
                .hasSize(1);
    }

    @Test
    void repeatWithAnotherCommandShouldBeFound() {
        Dial dial = accepted("m-1");
        dial.acknowledged("m-1", "c-1", true);
        assertThat(dial.wrongAnswers()).isEmpty();
        dial.acknowledged("m-2", "c-1", true);
        assertThat(dial.wrongAnswers()).hasSize(1);
    }

    @Test
    void slowCommandShouldBeFoundByTheTimeThatTheGatewayWasUp() {
        CommandBook commands = new CommandBook();
        commands.accepted("m-1", "agent0001", "MakeCall", SECOND);
        assertThat(commands.outcome("m-1")).as("not settled").isEmpty();
        commands.settled("m-1", 41 * SECOND, "");

        assertThat(commands.slowerThan(30 * SECOND, outages)).hasSize(1);
        outages.gatewayDown(10 * SECOND, 30 * SECOND);
        assertThat(commands.slowerThan(30 * SECOND, outages)).isEmpty();
    }

    @Test
    void differenceFromTheStoredLogShouldBeFound() {
        String page =
                "{\"events\":[{\"seq\":1,\"eventId\":\"a\",\"time\":\"t\",\"message\":{\"gateway\":{\"eventId\":\"a\",\"seq\":1,"
                        + "\"lifeCycle\":\"DIALING\"}}},{\"seq\":2,\"eventId\":\"b\",\"time\":\"t\",\"message\":{}}],\"last\":2,\"more\":false}";
        List<StoredLog.Entry> stored = StoredLog.entries(page);
        StoredLog.Entry first = new StoredLog.Entry(1, "a", "DIALING");
        StoredLog.Entry second = new StoredLog.Entry(2, "b", "");

        assertThat(stored).containsExactly(first, second);
        assertThat(StoredLog.differences("x", stored, stored)).isEmpty();
        assertThat(StoredLog.differences("x", stored, List.of(first))).hasSize(1);
        assertThat(StoredLog.differences("x", stored, List.of(first, new StoredLog.Entry(2, "c", ""))))
                .hasSize(1);
    }

    @Test
    void tableShouldFailByOneLineButNotByAMissedAim() {
        Verdict verdict = new Verdict();
        verdict.aim("events/s", ">= 760", 500, false);
        verdict.none("events lost", List.of());
        assertThat(verdict.passed()).isTrue();
        verdict.none("events twice", List.of("agent0001: 5 came again"));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.table()).contains("| events twice | 0      | 1     | FAIL   |");
        assertThat(verdict.firstDetails()).containsExactly("events twice: agent0001: 5 came again");
    }

    @Test
    void sameSeedShouldDrawTheSame() {
        Scale scale = new Scale(1);

        assertThat(new Fates(7, scale).dials()).isEqualTo(new Fates(7, scale).dials());
        assertThat(new Fates(7, scale).dials()).isNotEqualTo(new Fates(8, scale).dials());
        assertThat(new Fates(7, scale).dials()).extracting(Fate::number).doesNotHaveDuplicates();
        assertThat(new Fates(7, scale).dials().stream().filter(Fate::answerIsLost))
                .hasSize(scale.lostAnswers());
        assertThat(new Fates(7, scale)
                        .dials().stream().filter(fate -> fate.repeat().isPresent()))
                .hasSize(scale.repeats());
    }
}
