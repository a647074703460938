package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand bad messages, half of them over each way in. Each has the answer that its kind asks for; none leaves a command, a call
 * or memory behind; and a good client beside them notices nothing. Another seed: {@code -Dtrunkline.it.seed=N}.
 */
class BadMessagesIT {
    private static final Logger LOG = Logger.getLogger(BadMessagesIT.class.getName());
    private static final long SEED = Long.getLong("trunkline.it.seed", 20_261_121);
    private static final int MESSAGES = 10_000;
    private static final int WARM_UP = 1_000;
    private static final int AT_ONCE = 3;
    private static final int UNANSWERED = 100;
    private static final int MOST_MEGABYTES_MORE = 12;

    @Test
    void eachShouldHaveItsAnswerAndLeaveNothing() {
        try (Site site = Site.of("badmessages", Map.of())) {
            Undisturbed alice = Undisturbed.beside(site.person("alice"), "3125550151");
            Person erin = site.person("erin");
            BadMessages source = new BadMessages(SEED);
            send(erin, messages(source, WARM_UP));
            long before = site.gauge().liveMegabytes();

            List<BadMessage> bad = messages(source, MESSAGES);
            long begun = System.nanoTime();
            send(erin, bad);
            double seconds = (System.nanoTime() - begun) / 1e9;

            alice.serve(1);
            int calls = alice.end();
            Await.until(
                    "the bad ones' connections are forgotten",
                    () -> site.gauge().listeners() == 0);
            long after = site.gauge().liveMegabytes();
            LOG.info(() -> String.format(
                    "seed %d: %d bad messages in %.1f s %s; live heap %d MB before, %d MB after; %d calls beside",
                    SEED, MESSAGES, seconds, kinds(bad), before, after, calls));
            assertThat(after).as("live heap in MB, %d before", before).isLessThan(before + MOST_MEGABYTES_MORE);
            assertThat(site.books()).hasSize(calls);
            site.stop();
            assertThat(StoppedDatabase.read(
                            site.installation().data(), "select verb from command where agent <> 'alice'"))
                    .isEmpty();
            assertThat(StoppedDatabase.read(site.installation().data(), "select idem_key from idempotency"))
                    .isEmpty();
        }
    }

    private static List<BadMessage> messages(BadMessages source, int count) {
        return Stream.generate(source::next).limit(count).toList();
    }

    private static Map<String, Long> kinds(List<BadMessage> bad) {
        return new TreeMap<>(bad.stream()
                .map(message -> message.kind().replaceAll("[0-9].*", ""))
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting())));
    }

    private static void send(Person person, List<BadMessage> bad) {
        List<BadMessage> posted = IntStream.range(0, bad.size())
                .filter(i -> i % 2 == 0 || !bad.get(i).frame())
                .mapToObj(bad::get)
                .toList();
        List<BadMessage> said = IntStream.range(0, bad.size())
                .filter(i -> i % 2 == 1 && bad.get(i).frame())
                .mapToObj(bad::get)
                .toList();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> work = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        parts(posted)
                .forEach(part -> work.add(CompletableFuture.runAsync(
                        () -> part.forEach(message -> check(wrong, () -> post(person, message))), threads)));
        parts(said).forEach(part -> work.add(CompletableFuture.runAsync(() -> say(person, part, wrong), threads)));
        work.forEach(CompletableFuture::join);
        threads.shutdown();
        assertThat(wrong).isEmpty();
    }

    /** All that is wrong is told, not only the first. */
    private static void check(Queue<String> wrong, Runnable check) {
        try {
            check.run();
        } catch (AssertionError fault) {
            wrong.add(fault.getMessage());
        }
    }

    private static Stream<List<BadMessage>> parts(List<BadMessage> all) {
        int size = (all.size() + AT_ONCE - 1) / AT_ONCE;
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> all.subList(Math.min(all.size(), i * size), Math.min(all.size(), (i + 1) * size)));
    }

    private static void post(Person person, BadMessage message) {
        HttpResponse<String> answer = person.postBytes(message.body());
        assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
                .as(message.toString())
                .startsWith("application/problem+json");
        JsonNode problem = Contract.json(answer.body());
        Contract.check(problem, "error#/$defs/problem");
        String code = problem.path("code").asText();
        assertThat(message.codes()).as("%s -> %s", message, problem).contains(code);
        assertThat(answer.statusCode()).as(message.toString()).isEqualTo(Codes.status(code));
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    }

    /** Several are under way; the answers come in the order of the messages. */
    private static void say(Person person, List<BadMessage> messages, Queue<String> wrong) {
        try (Person.Line line = person.listen("")) {
            for (int from = 0; from < messages.size(); from += UNANSWERED) {
                List<BadMessage> some = messages.subList(from, Math.min(messages.size(), from + UNANSWERED));
                some.forEach(message -> line.say(message.text()));
                int answers = from + some.size();
                Await.until(
                        answers + " answers",
                        () -> line.frames().count() >= answers || line.frames().closed());
            }
            List<JsonNode> frames = line.frames().all();
            assertThat(frames).hasSameSizeAs(messages);
            IntStream.range(0, messages.size())
                    .forEach(i -> check(wrong, () -> answered(messages.get(i), frames.get(i))));
        }
    }

    private static void answered(BadMessage message, JsonNode error) {
        Contract.check(error, "error#/$defs/apiError");
        String code = error.at("/data/errorMessage").asText().replaceAll(":[\\s\\S]*", "");
        assertThat(message.codes()).as("%s -> %s", message, error).contains(code);
    }
}
