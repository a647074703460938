package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Contract 3.6: secrets come in wherever somebody could put one, and everything that leaves is searched for them: answers, frames,
 * event stream, log, database. Numbers and call variables leave, but never into the log.
 */
class SecretsIT {
    private static final String NUMBER = "3125559942";
    private static final String SEEDS_CALL = "16786700";
    private static final String VARIABLE = "Zq-variable-8841";
    /** Every secret has this in it, and nothing else has. */
    private static final String MARK = "Hush7Zq";

    private static final List<String> NAMES = List.of(
            "password",
            "Passwd",
            "PWD",
            "secret",
            "clientSecret",
            "client_secret",
            "token",
            "accessToken",
            "ACCESS_TOKEN",
            "refreshToken",
            "refresh_token",
            "authorization",
            "cookie",
            "apiKey",
            "api_key",
            "credential",
            "credentials");

    private final List<String> told = new ArrayList<>();
    private int secrets;

    private String secret() {
        return MARK + ++secrets;
    }

    private HttpResponse<String> heard(HttpResponse<String> answer) {
        told.add(answer.headers().map() + answer.body());
        return answer;
    }

    @Test
    void noSecretShouldLeaveAndNoNumberShouldBeLogged() {
        try (Site site = Site.of("secrets", Map.of("trunkline.secrets.key", "A".repeat(43) + "="))) {
            Person alice = site.person("alice").ready();
            Person bob = site.person("bob");
            List<Person.Line> lines = List.of(
                    alice.listen("?profile=extended"), alice.listen("?channel=Cisco"), bob.listen("?profile=extended"));
            EventLines stream = alice.events("?profile=extended");

            badMessages(alice, lines.get(0));
            badSignIns(site, bob);
            aCallWithData(site, alice);
            aCallOfACampaign(site, alice);
            whatTheSeedTells(site, alice);
            noise(site);
            String ticket = alice.ticket();
            alice.listenWithoutToken("?ticket=" + ticket).close();

            lines.forEach(line -> line.frames()
                    .all()
                    .forEach(frame -> told.add(noSecretName(frame).toString())));
            stream.all().forEach(event -> told.add(noSecretName(event.message()).toString()));
            alice.log()
                    .forEach(event ->
                            told.add(noSecretName(event.path("message")).toString()));
            site.stop();
            Map<String, String> places = places(site);
            assertThat(secrets).isGreaterThanOrEqualTo(60);
            places.forEach((place, text) -> {
                free(place, text, MARK);
                free(place, text, ticket);
                free(place, text, alice.token());
                free(place, text, Base64.getEncoder().encodeToString("alice:secret".getBytes(StandardCharsets.UTF_8)));
            });
            assertThat(places.get("database"))
                    .as("the search finds what is there")
                    .contains(NUMBER, VARIABLE);
            free("log", places.get("log"), NUMBER);
            free("log", places.get("log"), VARIABLE);
        }
    }

    private static JsonNode noSecretName(JsonNode message) {
        Contract.check(message, "common#/$defs/noSecrets");
        return message;
    }

    private static void free(String place, String text, String secret) {
        int at = text.indexOf(secret);
        assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)))
                .as("%s in the %s", secret, place)
                .isEmpty();
    }

    private Map<String, String> places(Site site) {
        Path data = site.installation().data();
        Map<String, String> places = new LinkedHashMap<>();
        places.put("answers, frames and events", String.join("\n", told));
        places.put("log", text(data.resolve("gateway.log")));
        places.put("database", String.join("\n", StoppedDatabase.read(data, "script")));
        try (Stream<Path> files = Files.list(data)) {
            files.filter(file -> file.getFileName().toString().startsWith("trunkline."))
                    .forEach(file -> places.put(file.getFileName().toString(), text(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return places;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Over both ways in: under every name, at every depth, in what can be read and in what cannot. */
    private void badMessages(Person alice, Person.Line line) {
        List<String> messages = new ArrayList<>();
        NAMES.forEach(name -> {
            String member = "\"" + name + "\":\"" + secret() + "\"";
            messages.add("{" + member + "," + Person.message("Fly", "").substring(1));
            messages.add(Person.message("SetReady", "{\"x\":[{" + member + "}]," + member + "}"));
            messages.add(Person.message("MakeCall", "{\"to\":\"1\",\"variables\":{" + member + "}}"));
            messages.add(Person.message("UpdateCallData", "{\"key\":\"" + name + "\",\"value\":\"" + secret() + "\"}"));
        });
        String password = "\"password\":\"" + secret() + "\"";
        messages.addAll(List.of(
                Person.message("Login", "{" + password + "}").replace("}}", "}"),
                Person.message("Login", "{" + password + "," + password + "}"),
                Person.message("Login", "{" + password + ",\"attach\":\"perhaps\"}"),
                Person.message("Login", "{" + password + ",\"extension\":\"4711\"}"),
                Person.message("Login", "\"" + secret() + "\""),
                Person.message("Login", "{\"password\":[\"" + secret() + "\"]}"),
                "{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"Login\",\"data\":{'password':'" + secret()
                        + "'}}",
                "password=" + secret(),
                seedWith(secret())));
        messages.forEach(message -> heard(alice.post(message)));
        int before = line.frames().count();
        messages.forEach(line::say);
        line.say(Person.message("Fly", "").replace("}", ",\"requestId\":\"the-last\"}"));
        line.frames().await("the last answer", frame -> frame.at("/gateway/requestId")
                .asText()
                .equals("the-last"));
        assertThat(line.frames().count()).isGreaterThan(before + NAMES.size());
    }

    private void badSignIns(Site site, Person bob) {
        String wrong = secret();
        JsonNode login =
                bob.ask("Login", "{\"username\":\"bob\",\"password\":\"" + wrong + "\",\"extension\":\"1002\"}");
        JsonNode command = bob.settled(login.path("commandId").asText());
        assertThat(command.path("status").asText()).isEqualTo("failed");
        told.add(command.toString());
        heard(bob.withToken(secret()).get("agents/me"));
        heard(bob.withToken("ey." + secret() + ".x").get("agents/me"));
        heard(bob.withToken("x").get("agents/me?token=" + secret() + "&access_token=" + secret()));
        heard(bob.get("agents/me", "Cookie", "JSESSIONID=" + secret(), "X-Api-Key", secret()));
        heard(bob.get("calls/c-none?password=" + secret()));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("bob:" + secret()).getBytes(StandardCharsets.UTF_8));
        int port = site.installation().ports().http();
        for (Handshake bad : List.of(
                Handshake.without(site).query("ticket=" + secret()),
                Handshake.without(site).query("ticket=x&token=" + secret()),
                Handshake.without(site).header("Authorization", basic),
                Handshake.without(site).header("Authorization", "Bearer " + secret()),
                Handshake.of(site, bob)
                        .header("Sec-WebSocket-Protocol", "zq." + secret())
                        .query("after=x"))) {
            told.add(bad.answer().toString());
        }
        try (RawSocket socket = new RawSocket(port)) {
            told.add(socket.send(
                            "POST /trunkline/api/v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nAuthorization: "
                                    + basic + "\r\n\r\n")
                    .answer()
                    .toString());
        }
    }

    private void aCallWithData(Site site, Person alice) {
        String data = "{\"to\":\"" + NUMBER + "\",\"variables\":{\"callVariable1\":\"" + VARIABLE
                + "\"},\"password\":\"" + secret() + "\",\"x\":{\"token\":\"" + secret() + "\"}}";
        JsonNode ack = alice.ask("MakeCall", data, "Idempotency-Key", "secrets-it-1");
        new Placed(alice, ack).until("CONNECTED").end();
        told.add(alice.command(ack.path("commandId").asText()).toString());
        told.add(alice.read("calls?ended=true").toString());
        assertThat(site.callsTo(NUMBER)).isEqualTo(1);
    }

    /** Seed 004 as its sample shows it, password and all. */
    private static String seedWith(String password) {
        String seed = Contract.text("/contract/schema/samples/004-received.json");
        assertThat(seed).contains("\"12345\"");
        return seed.replace("12345", password);
    }

    private void aCallOfACampaign(Site site, Person alice) {
        alice.done(alice.ask("SetReady", ""));
        site.offer("{\"agent\":\"alice\",\"number\":\"" + NUMBER + "\",\"mode\":\"preview\"}");
        Placed offer = openCall(alice, "Accept");
        alice.done(alice.ask("Accept", "{\"password\":\"" + secret() + "\"}"));
        Placed customer = openCall(alice, "Schedule");
        JsonNode schedule = alice.ask(
                "Schedule",
                "{\"callbackTime\":\"2036-03-05T09:30:00Z\",\"comment\":\"early\",\"token\":\"" + secret() + "\"}");
        alice.done(schedule);
        customer.end();
        offer.ended();
        told.add(alice.command(schedule.path("commandId").asText()).toString());
        told.add(alice.read("callbacks").toString());
        assertThat(told.get(told.size() - 1)).contains("early", NUMBER);
    }

    /** The one call on which this is open, once there is one. */
    private static Placed openCall(Person alice, String verb) {
        Await.until("a call with " + verb, () -> allowed(alice).contains("\"" + verb + "\""));
        return new Placed(alice, alice.read("calls").get(0));
    }

    private static String allowed(Person alice) {
        JsonNode calls = alice.read("calls");
        return calls.size() == 1 ? calls.at("/0/allowed").toString() : "";
    }

    /** The call of the seed, told by a platform that adds the agent's password at every depth. */
    private void whatTheSeedTells(Site site, Person alice) {
        String password = "<password>" + secret() + "</password>";
        String variable = "<CallVariable><name>Password</name><value>" + secret() + "</value></CallVariable>";
        site.fault(("{'kind':'garbage','agent':'alice','text':'<Update><data><dialogs><Dialog><id>" + SEEDS_CALL
                        + "</id><fromAddress>1001</fromAddress><toAddress>961084713</toAddress><user>" + password
                        + "</user><mediaProperties><callType>OUTBOUND</callType>" + password + "<callvariables>"
                        + variable
                        + "</callvariables></mediaProperties><mediaType>Voice</mediaType>" + password
                        + "<participants><Participant><mediaAddress>1001</mediaAddress><state>ACTIVE</state>" + password
                        + "</Participant></participants><state>ACTIVE</state></Dialog></dialogs></data><event>POST</event>"
                        + "<requestId></requestId><source>/finesse/api/User/alice/Dialogs</source></Update>'}")
                .replace('\'', '"'));
        Await.until("the seed's call", () -> calls(alice).contains(SEEDS_CALL));
        told.add(calls(alice));
    }

    /** Ended ones too: a call that the platform's own books do not have is over as soon as they are read. */
    private static String calls(Person agent) {
        return agent.read("calls").toString() + agent.read("calls?ended=true");
    }

    /** What a platform says that nobody understands; the last of it is never closed and swallows all that comes after it. */
    private void noise(Site site) {
        for (String raw : List.of("false", "true")) {
            for (String text : List.of(
                    "<Update><password>" + secret() + "</password></Update>",
                    "password=" + secret() + " number=" + NUMBER,
                    "<Update><data><dialog><id>1</id><password>" + secret() + "</password><toAddress>" + NUMBER
                            + "</toAddress></dialog>")) {
                site.fault("{\"kind\":\"garbage\",\"agent\":\"alice\",\"raw\":" + raw + ",\"text\":\"" + text + "\"}");
            }
        }
        Path log = site.installation().data().resolve("gateway.log");
        Await.until("the noise is heard", () -> text(log).split("Unknown nonza").length > 2);
    }
}
