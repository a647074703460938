package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single sign-on: tokens instead of passwords, on REST and on XMPP (sheet 2.1 to 2.3). */
class TokenTest {
    private static final String ALICE = "/finesse/api/User/alice";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Simulators simulators;

    @BeforeEach
    void start() {
        start(Quick.options().with("finesse.authMode", "sso"));
    }

    private void start(Options options) {
        simulators = Simulators.start(options);
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    @Test
    void tokenShouldComeFromTheControlPlaneAndSayWhenItEnds() throws Exception {
        JsonNode issued = issue();
        String claims = issued.get("token").asText().split("\\.")[1];
        JsonNode read = JSON.readTree(Base64.getUrlDecoder().decode(claims));

        assertThat(read.get("sub").asText()).isEqualTo("alice");
        assertThat(Instant.ofEpochSecond(read.get("exp").asLong()))
                .isEqualTo(Instant.parse(issued.get("expires").asText())
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertThat(bearer(issued).get(ALICE).statusCode()).isEqualTo(200);
    }

    @Test
    void controlPlaneShouldSayWhyThereIsNoToken() {
        Control control = new Control(simulators);
        assertThat(control.post("/platforms/finesse/tokens", "{\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/finesse/tokens", "{}").status()).isEqualTo(400);
        close();
        start(Quick.options());
        Control.Reply reply = new Control(simulators).post("/platforms/finesse/tokens", "{\"agent\":\"alice\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("detail").asText()).contains("finesse.authMode");
    }

    @Test
    void tokenShouldBeThePasswordOfXmpp() throws Exception {
        String token = issue().get("token").asText();
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            assertThat(stream.authenticate("alice", "secret").child("not-authorized"))
                    .isPresent();
            assertThat(stream.authenticate("bob", token).child("not-authorized"))
                    .isPresent();
            assertThat(stream.authenticate("alice", token).name()).isEqualTo("success");
        }
    }

    @Test
    void tokenThatExpiresDuringACallShouldBeRefreshed() throws Exception {
        JsonNode issued = issue();
        Rest old = bearer(issued);
        try (Stream stream = Stream.secure(simulators)
                .signIn("alice", issued.get("token").asText(), "gw")
                .present(0)) {
            old.put(ALICE, "<User><state>LOGIN</state><extension>1001</extension></User>");
            stream.nextUpdate();
            old.post(
                    ALICE + "/Dialogs",
                    "<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>1001</fromAddress><toAddress>"
                            + Quick.NUMBER + "</toAddress></Dialog>");
            String id = stream.nextUpdate().dialogId();
            expire();

            String drop =
                    "<Dialog><targetMediaAddress>1001</targetMediaAddress><requestedAction>DROP</requestedAction></Dialog>";
            assertThat(old.put("/finesse/api/Dialog/" + id, drop).statusCode()).isEqualTo(401);
            assertThat(old.put(ALICE, "<User><state>LOGIN</state><extension>1001</extension></User>")
                            .statusCode())
                    .isEqualTo(401);
            JsonNode renewed = JSON.readTree(refresh(issued).body());
            assertThat(bearer(renewed).put("/finesse/api/Dialog/" + id, drop).statusCode())
                    .isEqualTo(202);
            Update update = stream.nextUpdate();
            while (!update.event().equals("DELETE")) {
                update = stream.nextUpdate();
            }
            assertThat(update.dialogId()).isEqualTo(id);
        }
    }

    @Test
    void expiredTokenShouldNotOpenAStream() throws Exception {
        String token = issue().get("token").asText();
        expire();
        try (Stream stream = Stream.secure(simulators)) {
            stream.open("localhost");
            assertThat(stream.authenticate("alice", token).child("not-authorized"))
                    .isPresent();
            assertThat(stream.authenticate("alice", issue().get("token").asText())
                            .name())
                    .isEqualTo("success");
        }
    }

    @Test
    void tokenShouldExpireByItself() {
        close();
        start(Quick.options().with("finesse.authMode", "sso").with("finesse.tokenLife", "200ms"));
        Rest rest = bearer(issue());

        Await.until("the token has expired", () -> statusOf(rest) == 401);
    }

    @Test
    void refreshShouldNeedBothTokensAndALivingRefreshToken() throws Exception {
        JsonNode issued = issue();
        Rest rest = bearer(issued);
        assertThat(Rest.errorType(rest.post("/desktop/sso/token", "token=x"))).isEqualTo("400 Parameter Missing");
        assertThat(rest.post("/desktop/sso/token", "token=x&refresh-token=guess")
                        .statusCode())
                .isEqualTo(401);
        close();
        start(Quick.options().with("finesse.authMode", "sso").with("finesse.refreshLife", "0ms"));

        assertThat(refresh(issue()).statusCode()).isEqualTo(401);
    }

    @Test
    void fetchShouldLeadToAPersonsLogIn() throws Exception {
        HttpResponse<String> response =
                new Rest(simulators, "none").get("/desktop/sso/token?cc_username=alice&return_refresh_token=true");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/ids/login"));
    }

    @Test
    void hybridShouldTakePasswordAndToken() throws Exception {
        close();
        start(Quick.options().with("finesse.authMode", "hybrid"));

        assertThat(bearer(issue()).get(ALICE).statusCode()).isEqualTo(200);
        assertThat(new Rest(simulators, "alice", "secret")
                        .get("/finesse/api/SystemInfo")
                        .body())
                .contains("<systemAuthMode>HYBRID</systemAuthMode>");
    }

    private JsonNode issue() {
        Control.Reply reply = new Control(simulators).post("/platforms/finesse/tokens", "{\"agent\":\"alice\"}");
        assertThat(reply.status()).isEqualTo(202);
        return reply.json();
    }

    private void expire() {
        new Control(simulators).post("/platforms/finesse/faults", "{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");
    }

    private HttpResponse<String> refresh(JsonNode issued) throws IOException {
        return bearer(issued)
                .post(
                        "/desktop/sso/token",
                        "token=" + issued.get("token").asText() + "&refresh-token="
                                + issued.get("refreshToken").asText());
    }

    private Rest bearer(JsonNode tokens) {
        return new Rest(simulators, "Bearer " + tokens.get("token").asText());
    }

    private static int statusOf(Rest rest) {
        try {
            return rest.get(ALICE).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
