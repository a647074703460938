package dev.trunkline.system.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the books must say when the fire is out. */
final class Checks {
    private static final long SETTLED_WITHIN = 30_000_000;
    private static final double MICROS = 1e6;
    /** In seconds. */
    private static final double LAST_WORDS = 5;

    private final Run run;
    private final Verdict verdict;

    Checks(Run run) {
        this.run = run;
        this.verdict = run.verdict();
    }

    void judge() {
        endLeftovers();
        askForTheUnheard();
        List<PlatformCall> platform = platform();
        List<CallStory> stories = stories();
        streams(stories);
        storedLog();
        calls(platform, stories);
        dials(platform);
        commands();
        gatewayLog();
    }

    private List<PlatformCall> platform() {
        List<PlatformCall> calls = new ArrayList<>();
        for (Centre centre : run.centres()) {
            centre.controls().books().forEach(call -> calls.add(PlatformCall.of(centre.platform(), call)));
        }
        return calls;
    }

    private List<CallStory> stories() {
        return run.seats().stream()
                .flatMap(seat -> seat.book().calls().values().stream().map(heard -> new CallStory(seat.name(), heard)))
                .toList();
    }

    /** Calls that nobody ended; a client must hear of that too. */
    private void endLeftovers() {
        List<PlatformCall> left =
                platform().stream().filter(call -> !call.ended()).toList();
        verdict.told("calls left to be ended at last", left.size());
        left.forEach(call -> controls(call).farEnd(call.callId(), "hangup").join());
        Pause.until(20, () -> platform().stream().allMatch(PlatformCall::ended));
        Pause.until(20, () -> run.dialling().live().none());
        Pause.until(20, () -> run.seats().stream().allMatch(seat -> seat.book().last() >= lastStored(seat)));
    }

    private Controls controls(PlatformCall call) {
        return run.centres().stream()
                .filter(centre -> centre.platform() == call.platform())
                .findFirst()
                .orElseThrow()
                .controls();
    }

    private static long lastStored(Seat seat) {
        return Controls.json(seat.client().get("agents/me").join().body())
                .path("lastSeq")
                .asLong();
    }

    private void streams(List<CallStory> stories) {
        List<AgentBook> books = run.seats().stream().map(Seat::book).toList();
        verdict.told("events heard", run.meter().events());
        verdict.none("events lost (gaps in seq)", flat(books.stream().map(AgentBook::lost)));
        verdict.none("events heard twice", flat(books.stream().map(AgentBook::twice)));
        verdict.none("out of order in a call", flat(stories.stream().map(CallStory::disorder)));
    }

    private static List<String> flat(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).toList();
    }

    private void storedLog() {
        ConcurrentLinkedQueue<String> differences = new ConcurrentLinkedQueue<>();
        run.seats().stream().parallel().forEach(seat -> differences.addAll(differences(seat)));
        verdict.none("heard and stored differ", List.copyOf(differences));
    }

    /** Something may still be told between the one and the other look. */
    private static List<String> differences(Seat seat) {
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        Pause.until(LAST_WORDS, () -> {
            last.set(StoredLog.differences(seat.client(), seat.book()));
            return last.get().isEmpty();
        });
        return last.get();
    }

    private void calls(List<PlatformCall> platform, List<CallStory> stories) {
        CallChecks checks = new CallChecks(platform, stories, run.outages());
        verdict.told("calls on the platforms", platform.size());
        onEach("of them on", platform, calls -> (long) calls.size());
        verdict.none("calls that only one side has", checks.unmatched());
        verdict.none("calls that ended on one side only", checks.endedOnOneSide());
        verdict.none(
                "ends with a reason that cannot be",
                checks.implausible(run.dialling().all()));
        onEach("changes that bursts made of them", platform, calls -> calls.stream()
                .mapToLong(PlatformCall::changes)
                .sum());
        verdict.none("changes missed while stream and gateway stood", checks.missed());
    }

    /** A platform with nothing to count proves nothing. */
    private void onEach(String line, List<PlatformCall> platform, Function<List<PlatformCall>, Long> count) {
        Shares<Long> shares = Shares.of(
                run.centres(),
                centre -> count.apply(platform.stream()
                        .filter(call -> call.platform() == centre.platform())
                        .toList()));
        verdict.must(line, "> 0 on each", shares, shares.all(one -> one > 0));
    }

    private void dials(List<PlatformCall> platform) {
        DialChecks checks = new DialChecks(run.dialling().all(), platform, run.commands());
        Scale scale = run.scale();
        verdict.equal("dials accepted", scale.dials(), checks.accepted());
        verdict.equal("of them with the platform's answer lost", scale.lostAnswers(), checks.lostAnswers());
        verdict.equal("of them repeated with their key, as planned", scale.repeats(), checks.repeated());
        verdict.told("answers that were lost, and asked for again", checks.unanswered());
        verdict.told("refused at first, and why", checks.refusals());
        verdict.none("double dials", checks.doubles());
        verdict.none("repeats that got another command", checks.wrongAnswers());
        verdict.none("done without a call, or a call without a dial", checks.unmatched());
        verdict.told("dials that failed, and why", checks.failures());
    }

    private void commands() {
        CommandBook book = run.commands();
        verdict.told("commands accepted", book.all().size());
        verdict.none(
                "commands not settled",
                book.all().stream()
                        .filter(command -> book.outcome(command.id()).isEmpty())
                        .map(command -> command.agent() + " " + command.verb() + " " + command.id())
                        .toList());
        verdict.none("commands settled after more than 30 s", book.slowerThan(SETTLED_WITHIN, run.outages()));
        verdict.told(
                "slowest command, in time that the gateway was up",
                String.format(Locale.ROOT, "%.1f s", book.slowest(run.outages()) / MICROS));
    }

    /** What ended without an event that names it is asked for by itself. */
    private void askForTheUnheard() {
        CommandBook book = run.commands();
        Map<String, Seat> seats = run.seats().stream().collect(Collectors.toMap(Seat::name, seat -> seat));
        Pause.until(30, () -> {
            book.all().stream()
                    .filter(command -> book.outcome(command.id()).isEmpty())
                    .forEach(command -> ask(seats.get(command.agent()), command));
            return book.all().stream()
                    .allMatch(command -> book.outcome(command.id()).isPresent());
        });
    }

    private void ask(Seat seat, CommandBook.Accepted command) {
        HttpResponse<String> answer =
                seat.client().get("commands/" + command.id()).join();
        JsonNode now = Controls.json(answer.body());
        String status = now.path("status").asText();
        if (status.equals("done") || status.equals("failed")) {
            run.commands()
                    .settled(command.id(), command.at(), now.at("/problem/code").asText());
        }
    }

    private void gatewayLog() {
        try (Stream<String> lines = Files.lines(run.house().installation().gatewayLog())) {
            List<String> severe =
                    lines.filter(line -> line.contains("SEVERE")).distinct().toList();
            verdict.none("SEVERE in the gateway's log", severe);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
