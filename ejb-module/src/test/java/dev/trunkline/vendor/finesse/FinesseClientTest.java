package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static dev.trunkline.vendor.finesse.CallFixture.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, seen by a server that only answers as it is told. */
class FinesseClientTest {
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private FinesseClient client;
    private int status = 202;
    private String answer = "";

    /** One request as it arrived. */
    private record Seen(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = client(server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        seen.add(new Seen(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
        exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=c" + seen.size() + "; Path=/; Secure");
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void dialShouldGoOutAsTheSheetHasIt() {
        client.makeCall(INES, "command-1", "9015550147", Map.of("callVariable3", "<a> & b"));
        Seen dial = seen.get(0);
        assertThat(dial.method()).isEqualTo("POST");
        assertThat(dial.path()).isEqualTo("/finesse/api/User/30214/Dialogs");
        assertThat(dial.header("Authorization")).isEqualTo("Basic MzAyMTQ6c2VjcmV0");
        assertThat(dial.header("Requestid")).isEqualTo("command-1");
        assertThat(dial.header("Content-type")).isEqualTo("application/xml");
        assertThat(dial.body())
                .isEqualTo("<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>5101</fromAddress>"
                        + "<toAddress>9015550147</toAddress><mediaProperties><callvariables><CallVariable>"
                        + "<name>callVariable3</name><value>&lt;a&gt; &amp; b</value>"
                        + "</CallVariable></callvariables></mediaProperties></Dialog>");
    }

    @Test
    void dialWithoutVariablesShouldNotNameThem() {
        client.makeCall(INES, "command-1", "9015550147", Map.of());
        assertThat(seen.get(0).body()).doesNotContain("mediaProperties");
    }

    @Test
    void signInShouldGoOutAsTheSheetHasIt() {
        client.signIn(INES, "command-1");
        assertThat(seen.get(0).method()).isEqualTo("PUT");
        assertThat(seen.get(0).path()).isEqualTo("/finesse/api/User/30214");
        assertThat(seen.get(0).body()).isEqualTo("<User><state>LOGIN</state><extension>5101</extension></User>");
    }

    @Test
    void callActionShouldNameTheAgentsOwnPhone() {
        client.act(INES, "command-1", "16812345", "HOLD");
        assertThat(seen.get(0).path()).isEqualTo("/finesse/api/Dialog/16812345");
        assertThat(seen.get(0).body())
                .isEqualTo("<Dialog><targetMediaAddress>5101</targetMediaAddress>"
                        + "<requestedAction>HOLD</requestedAction></Dialog>");
    }

    @Test
    void callActionsShouldGoOutAsTheSheetHasThem() {
        client.actTowards(INES, "1", "16812345", "CONSULT_CALL", "5230");
        client.actWith(INES, "2", "16812345", "SEND_DTMF", "dtmfString", "12#");
        client.dropParticipant(INES, "3", "16812345", "5230");
        client.setCallData(INES, "4", "16812345", Map.of("callVariable1", "x"), "");
        client.setCallData(INES, "5", "16812345", Map.of(), "Promise to pay");
        assertThat(seen)
                .extracting(Seen::body)
                .containsExactly(
                        dialog("5101", "CONSULT_CALL", "<toAddress>5230</toAddress>"),
                        dialog(
                                "5101",
                                "SEND_DTMF",
                                "<actionParams><ActionParam><name>dtmfString</name><value>12#</value></ActionParam></actionParams>"),
                        dialog("5230", "PARTICIPANT_DROP", ""),
                        dialog(
                                "5101",
                                "UPDATE_CALL_DATA",
                                "<mediaProperties><callvariables><CallVariable><name>callVariable1</name><value>x</value>"
                                        + "</CallVariable></callvariables></mediaProperties>"),
                        dialog(
                                "5101",
                                "UPDATE_CALL_DATA",
                                "<mediaProperties><wrapUpReason>Promise to pay</wrapUpReason></mediaProperties>"));
        assertThat(seen).extracting(one -> one.header("Requestid")).containsExactly("1", "2", "3", "4", "5");
    }

    private static String dialog(String target, String action, String more) {
        return "<Dialog><targetMediaAddress>" + target + "</targetMediaAddress><requestedAction>" + action
                + "</requestedAction>" + more + "</Dialog>";
    }

    @Test
    void tokenShouldGoOutAsBearerOnceTheNodeHasSaidSo() {
        status = 200;
        answer = CallFixture.text("example-system-info.xml").replace(">NON_SSO<", ">SSO<");
        client.systemInfo(INES, node());
        client.systemInfo(INES, node());
        assertThat(seen.get(0).header("Authorization")).startsWith("Basic ");
        assertThat(seen.get(1).header("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    void deploymentShouldBeKnownOfTheNodeThatTheAgentIsOn() {
        status = 200;
        answer = CallFixture.text("example-system-info.xml").replace(">UCCE<", ">UCCX<");
        client.systemInfo(INES, node());
        assertThat(client.ccx(INES)).isFalse();
        answer = CallFixture.text("example-user-ready.xml");
        client.settle(INES, node());
        assertThat(client.ccx(INES)).isTrue();
    }

    @Test
    void nameOfTheAgentShouldNotBreakOutOfThePath() {
        client.signIn(agent("../../x y", "5101"), "command-1");
        assertThat(seen.get(0).path()).isEqualTo("/finesse/api/User/..%2F..%2Fx%20y");
    }

    @Test
    void cookieShouldComeBackFromItsOwnAgentOnly() {
        status = 200;
        answer = CallFixture.text("example-user-ready.xml");
        client.settle(INES, node());
        client.signIn(INES, "1");
        client.signIn(agent("40000", "5102"), "2");
        assertThat(seen.get(1).header("Cookie")).startsWith("JSESSIONID=c");
        assertThat(seen.get(2).header("Cookie")).isEmpty();
    }

    @Test
    void furtherRequestsShouldUseTheCanonicalId() {
        status = 200;
        answer = CallFixture.text("example-user-ready.xml");
        client.settle(agent("iokafor", "5101"), node());
        client.dialogs(agent("iokafor", "5101"));
        assertThat(seen.get(0).path()).isEqualTo("/finesse/api/User/iokafor");
        assertThat(seen.get(1).path()).isEqualTo("/finesse/api/User/30214/Dialogs");
    }

    @Test
    void systemInfoShouldBeRead() {
        status = 200;
        answer = CallFixture.text("example-system-info.xml");
        SystemInfo info = client.systemInfo(INES, node());
        assertThat(info.status()).isEqualTo("IN_SERVICE");
        assertThat(info.deploymentType()).isEqualTo("UCCE");
        assertThat(info.xmppDomain()).isEqualTo("fin-a.example.net");
        FinesseNode node = new FinesseNode(URI.create("https://FIN-A.example.net:8445"), info);
        assertThat(node.xmppPort(client.settings())).isEqualTo(5223);
    }

    @Test
    void portShouldBeTheUsualOneWhereFinesseDoesNotSay() {
        SystemInfo old = FinesseXml.systemInfo("<SystemInfo><primaryNode><host>a</host></primaryNode></SystemInfo>");
        FinesseNode node = new FinesseNode(URI.create("https://a:8445"), old);
        assertThat(node.xmppPort(client.settings())).isEqualTo(5223);
        assertThat(node.xmppPort(FinesseSettingsTest.settings(Map.of("trunkline.finesse.xmppPort", "5224"))))
                .isEqualTo(5224);
    }

    @Test
    void dialogThatIsGoneShouldBeEmpty() {
        status = 404;
        answer = "<ApiErrors><ApiError><ErrorType>Dialog Not Found</ErrorType></ApiError></ApiErrors>";
        assertThat(client.dialog(INES, "1")).isEmpty();
    }

    @Test
    void redirectShouldNotBeFollowedWithThePassword() {
        status = 301;
        VendorException e = refusal(() -> client.user(INES));
        assertThat(e.code()).isEqualTo(Code.PLATFORM_REJECTED);
        assertThat(seen).hasSize(1);
    }

    @Test
    void refusalWithoutAReadableBodyShouldStillBeOne() {
        status = 503;
        answer = "<html><body>Sorry<br></body></html>";
        assertThat(refusal(() -> client.user(INES)).code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
    }

    @Test
    void answerThatIsNoXmlShouldBeRefused() {
        status = 200;
        answer = "Welcome to the hotel network";
        assertThat(refusal(() -> client.user(INES)).code()).isEqualTo(Code.PLATFORM_REJECTED);
    }

    @Test
    void portThatNobodyListensOnShouldCertainlyHaveHadNoEffect() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        VendorException e = refusal(() -> client(free).makeCall(INES, "1", "9015550147", Map.of()));
        assertThat(e.code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void serverThatTakesTheRequestAndSaysNothingShouldLeaveItInDoubt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            FinesseClient impatient = client(silent.getLocalPort(), "500ms");
            VendorException e = refusal(() -> impatient.makeCall(INES, "1", "9015550147", Map.of()));
            assertThat(e.code()).isEqualTo(Code.PLATFORM_TIMEOUT);
            assertThat(e.effect()).isEqualTo(Effect.DOUBTFUL);
        }
    }

    private URI node() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private static FinesseClient client(int port) {
        return client(port, "30s");
    }

    private static FinesseClient client(int port, String readTimeout) {
        return new FinesseClient(FinesseSettingsTest.settings(Map.of(
                "trunkline.finesse.url", "http://localhost:" + port, "trunkline.finesse.readTimeout", readTimeout)));
    }

    private static VendorException refusal(ThrowingCallable use) {
        return catchThrowableOfType(VendorException.class, use);
    }
}
