package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that shakes hands (RFC 6455) and then says what the test says. */
class TextSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WHOLE = 0x81;
    private static final int BEGUN = 0x01;
    private static final int LAST = 0x80;
    private static final int CLOSE = 0x88;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> lost = new LinkedBlockingQueue<>();
    private final TextSocket.Ears ears = new TextSocket.Ears(heard::add, lost::add);
    private final CompletableFuture<Socket> connected = new CompletableFuture<>();
    private final CompletableFuture<String> request = new CompletableFuture<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(this::shakeHands);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        if (connected.isDone()) {
            connected.join().close();
        }
    }

    private void shakeHands() {
        try {
            Socket socket = server.accept();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                head.write(socket.getInputStream().read());
            }
            request.complete(head.toString(StandardCharsets.US_ASCII));
            Matcher key = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)").matcher(request.join());
            assertThat(key.find()).isTrue();
            byte[] proof = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(proof) + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            connected.complete(socket);
        } catch (IOException | NoSuchAlgorithmException | RuntimeException failed) {
            connected.completeExceptionally(failed);
        }
    }

    private void says(int kind, byte... content) {
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(kind);
            frame.write(content.length);
            frame.write(content);
            connected.join().getOutputStream().write(frame.toByteArray());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void says(int kind, String text) {
        says(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private URI uri() {
        return URI.create("ws://localhost:" + server.getLocalPort() + "/events");
    }

    private TextSocket open(TextSocket.Address address) throws IOException {
        return TextSocket.open(HttpClient.newHttpClient(), address, ears);
    }

    private String next() throws InterruptedException {
        return heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void partsOfATextShouldBeHeardAsOneAndInTheirOrder() throws Exception {
        TextSocket socket = open(TextSocket.Address.of(uri(), PATIENCE));
        says(BEGUN, "on");
        says(0, "e ");
        says(LAST, "text");
        says(WHOLE, "another");
        assertThat(next()).isEqualTo("one text");
        assertThat(next()).isEqualTo("another");
        assertThat(socket.isOpen()).isTrue();
        socket.cut();
    }

    @Test
    void openingShouldWaitForTheGreetingAndLetItBeHeard() throws Exception {
        connected.thenRun(() -> {
            says(WHOLE, "something");
            says(WHOLE, "welcome");
        });
        TextSocket socket = open(new TextSocket.Address(
                uri(), Map.of("X-Agent", "alice"), PATIENCE, text -> text.equals("welcome"), PATIENCE));
        assertThat(heard).contains("welcome");
        assertThat(request.join()).containsIgnoringCase("x-agent: alice");
        socket.cut();
    }

    @Test
    void connectionWithoutAGreetingShouldNotCountAsOpen() {
        TextSocket.Address address =
                new TextSocket.Address(uri(), Map.of(), PATIENCE, text -> false, Duration.ofMillis(200));
        IOException silent = catchThrowableOfType(IOException.class, () -> open(address));
        assertThat(silent).hasMessageContaining("in time");
        assertThat(lost).isEmpty();
    }

    @Test
    void connectionThatIsClosedInsteadOfAGreetingShouldSayWhy() {
        connected.thenRun(() -> says(CLOSE, (byte) 0x03, (byte) 0xEB));
        TextSocket.Address address = new TextSocket.Address(uri(), Map.of(), PATIENCE, text -> false, PATIENCE);
        TextSocket.Closed closed = catchThrowableOfType(TextSocket.Closed.class, () -> open(address));
        assertThat(closed.status()).isEqualTo(1003);
    }

    @Test
    void closingShouldBeToldOnceWithItsNumber() throws Exception {
        TextSocket socket = open(TextSocket.Address.of(uri(), PATIENCE));
        says(CLOSE, (byte) 0x03, (byte) 0xE8);
        Exception why = lost.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(why).isInstanceOfSatisfying(TextSocket.Closed.class, closed -> assertThat(closed.status())
                .isEqualTo(1000));
        assertThat(socket.isOpen()).isFalse();
        assertThat(lost).isEmpty();
    }

    @Test
    void whatIsEndedHereShouldNotBeToldAsALoss() throws Exception {
        TextSocket socket = open(TextSocket.Address.of(uri(), PATIENCE));
        socket.cut();
        assertThat(socket.isOpen()).isFalse();
        assertThat(clientIsGone()).isTrue();
        assertThat(lost).isEmpty();
    }

    private boolean clientIsGone() {
        try {
            return connected.join().getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
