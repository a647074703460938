package dev.trunkline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.benchmark.platform.Platform;
import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.Controls;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An agent at work: signs in, gets ready, dials.
 *
 * @param name of the agent
 * @param extension of his phone
 */
record Seat(String name, String extension, String token, AgentClient client, Platform platform) {
    private static final Logger LOG = Logger.getLogger(Seat.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;
    /** A gateway that has just started on a busy machine may be too late for the platform. */
    private static final int MOST_ATTEMPTS = 3;

    Seat signIn() {
        for (int attempt = 1; !signedIn(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new BenchmarkException("Login of " + name + " failed " + attempt + " times");
            }
        }
        if (!done("SetReady", "")) {
            throw new BenchmarkException("SetReady of " + name + " failed");
        }
        return this;
    }

    private boolean signedIn() {
        try {
            return done("Login", platform.login(name, extension));
        } catch (BenchmarkException refused) {
            LOG.log(Level.WARNING, "once more", refused);
            return false;
        }
    }

    /** Asks for a call; what comes of it is the platform's affair. @param number as it is dialled @return the answer, whatever it is */
    HttpResponse<String> dial(String number) {
        String message = AgentClient.message(platform.channel(), "OutboundCall", "MakeCall", "\"" + number + "\"");
        return client.post(message).join();
    }

    private boolean done(String verb, String data) {
        String command = ask(verb, data).at("/message/commandId").asText();
        Await.until(verb + " of " + name, LONGEST, () -> !status(command).equals("accepted"));
        return status(command).equals("done");
    }

    private String status(String command) {
        return Controls.json(client.get("commands/" + command).join().body())
                .path("status")
                .asText();
    }

    private JsonNode ask(String verb, String data) {
        HttpResponse<String> answer = client.post(AgentClient.message(platform.channel(), "Agent", verb, data))
                .join();
        if (answer.statusCode() != ACCEPTED) {
            throw new BenchmarkException(verb + " of " + name + ": " + answer.statusCode() + " " + answer.body());
        }
        return Controls.json(answer.body());
    }
}
