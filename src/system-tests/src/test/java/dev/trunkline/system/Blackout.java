package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/**
 * The log's database is away while one agent talks and another wants to dial: what both of them, and the operator, see before,
 * meanwhile and afterwards.
 */
final class Blackout {
    private static final Logger LOG = Logger.getLogger(Blackout.class.getName());
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    /** A database that is silent is noticed after two seconds, an answer comes at once: more is a hang. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private static final String KEY = "after-the-blackout-";
    private static final String BEGINS = "New commands are refused";
    private static final String ENDS = "New commands are taken again";
    /** The server speaks of every connection that it does not get, and the log's writer asks for one a second. */
    private static final int MOST_COMPLAINTS = 150;

    private final Site site;
    private final Person talker;
    private final Person dialler;
    private final String number;
    private Person.Line heard;
    private Person.Line wanted;
    private Placed call;
    private String callId;

    Blackout(Site site, String talker, String dialler, String number) {
        this.site = site;
        this.talker = site.person(talker).ready();
        this.dialler = site.person(dialler).ready();
        this.number = number;
    }

    /** A call that goes on. */
    Blackout talking() {
        heard = talker.listen("?profile=extended");
        wanted = dialler.listen("?profile=extended");
        call = Placed.by(talker, "3125550142");
        heard.frames().awaitLifeCycle("CONNECTED");
        callId = call.callId();
        return this;
    }

    /** Breaks the database, looks, and mends it again. @param readsFail whether what is stored cannot be read either */
    void during(Runnable breaks, Runnable mends, boolean readsFail) {
        long began = linesWith(BEGINS);
        long complaints = complaints();
        breaks.run();
        try {
            // The first may find the door open still; it must not hang, and nothing must be done for it.
            refused();
            assertThat(Await.comesWithin(SOON, () -> !ready().contains("\"UP\"")))
                    .as("readiness turns")
                    .isTrue();
            assertThat(Contract.json(ready()).at("/checks/0/data/reason").asText())
                    .as("why it is not ready")
                    .containsAnyOf("database", "disk");
            assertThat(health("live").statusCode()).as("liveness").isEqualTo(200);
            site.farEnd(callId, "hangup");
            for (int again = 0; again < 3; again++) {
                refused();
            }
            refusedOnTheSocket();
            if (readsFail) {
                assertThat(soon(() -> talker.get("calls")).statusCode()).isEqualTo(503);
                assertThat(soon(() -> talker.get("agents/me")).statusCode()).isEqualTo(503);
            }
            assertThat(site.callsTo(number)).as("calls dialled meanwhile").isZero();
            LOG.info(() -> "meanwhile: " + ready());
        } finally {
            mends.run();
        }
        Await.until(() -> "ready again; it is " + ready(), () -> health("ready").statusCode() == 200);
        everythingCame();
        dialAgain();
        assertThat(linesWith(BEGINS) - began).as("lines when it began").isEqualTo(1);
        assertThat(linesWith(ENDS)).as("lines when it ended").isEqualTo(linesWith(BEGINS));
        assertThat(complaints() - complaints).as("warnings altogether").isLessThan(MOST_COMPLAINTS);
        LOG.info(() -> "warnings altogether: " + (complaints() - complaints));
    }

    void awaitReason(String reason) {
        Await.until(() -> reason + "; it is " + ready(), () -> ready().contains(reason));
    }

    private HttpResponse<String> dial() {
        return dialler.post(Person.message("MakeCall", "\"" + number + "\""), "Idempotency-Key", KEY + number);
    }

    private void refused() {
        HttpResponse<String> answer = soon(this::dial);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(Contract.json(answer.body()).path("code").asText()).isEqualTo("OVERLOADED");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void refusedOnTheSocket() {
        wanted.say(
                Person.message("MakeCall", "\"" + number + "\"").replace("}", ",\"requestId\":\"r-" + number + "\"}"));
        JsonNode error = wanted.frames().await("the refusal", frame -> frame.at("/gateway/requestId")
                .asText()
                .equals("r-" + number));
        assertThat(error.at("/data/errorMessage").asText()).startsWith("OVERLOADED");
        assertThat(error.at("/gateway/retryAfterMs").asLong()).isPositive();
        Contract.checkFrame(error);
    }

    private static HttpResponse<String> soon(Supplier<HttpResponse<String>> question) {
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(question);
        assertThat(Await.comesWithin(SOON, answer::isDone))
                .as("answered without a hang")
                .isTrue();
        return answer.join();
    }

    /** He stayed connected: all of it came, in order, and the call ended once. */
    private void everythingCame() {
        heard.frames().awaitLifeCycle("ENDED");
        List<Long> numbers = heard.frames().numbers();
        assertThat(heard.frames().closed()).as("the socket stayed").isFalse();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(numbers.get(0), numbers.get(numbers.size() - 1))
                        .boxed()
                        .toList());
        assertThat(call.log("profile=extended").stream().map(Frames::lifeCycle)).containsOnlyOnce("ENDED");
        assertThat(heard.frames().calls()).isEqualTo(call.log("profile=extended"));
    }

    /** The refusal left the key free. */
    private void dialAgain() {
        JsonNode ack = Person.acknowledged(dial());
        assertThat(ack.path("status").asText()).isEqualTo("accepted");
        Placed second = new Placed(dialler, ack).until("CONNECTED");
        assertThat(site.callsTo(number)).isEqualTo(1);
        second.end();
        heard.close();
        wanted.close();
    }

    private String ready() {
        return health("ready").body();
    }

    private HttpResponse<String> health(String check) {
        String address = "http://localhost:" + site.installation().ports().http() + "/health/" + check;
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(address)).timeout(SOON).build(), BodyHandlers.ofString());
        } catch (IOException hung) {
            throw new UncheckedIOException(hung);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private long complaints() {
        return linesWith("WARNING") + linesWith("SEVERE");
    }

    private long linesWith(String text) {
        try {
            return Files.readAllLines(site.installation().gatewayLog()).stream()
                    .filter(line -> line.contains(text))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
