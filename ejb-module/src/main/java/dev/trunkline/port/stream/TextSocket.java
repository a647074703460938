package dev.trunkline.port.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One WebSocket on which a platform says texts to one agent: parts put together, in their order, one after the other. Hands over on the
 * client's threads, so whoever hears must hand over too. That the connection broke is told once, and not when it was ended here.
 */
public final class TextSocket implements WebSocket.Listener {
    /** Some platforms say things of some MiB; what is longer has no end. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final Ears ears;
    private final Predicate<String> greets;
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean over;

    /** Whom to tell: what was heard, in order, and once that the connection broke. */
    public record Ears(Consumer<String> heard, Consumer<Exception> lost) {}

    /**
     * Where, and when it counts as open.
     *
     * @param headers besides those of every WebSocket
     * @param within for the connection
     * @param greets what the platform says first; until then it might not tell what happens
     * @param greetsWithin for that, after the connection; zero: it does not greet
     */
    public record Address(
            URI uri, Map<String, String> headers, Duration within, Predicate<String> greets, Duration greetsWithin) {
        /** Of a platform that wants no header and says nothing of itself. */
        public static Address of(URI uri, Duration within) {
            return new Address(uri, Map.of(), within, text -> false, Duration.ZERO);
        }

        boolean greeted() {
            return !greetsWithin.isZero();
        }
    }

    /** The platform closed it, and said why by a number. */
    public static final class Closed extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        public Closed(int status) {
            super("closed with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private TextSocket(Predicate<String> greets, Ears ears) {
        this.greets = greets;
        this.ears = ears;
    }

    /** Blocks until it is open, and the platform has greeted if it does. */
    public static TextSocket open(HttpClient http, Address address, Ears ears) throws IOException {
        TextSocket opening = new TextSocket(address.greets(), ears);
        try {
            opening.connect(http, address);
            return opening;
        } catch (InterruptedException stopped) {
            opening.cut();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (TimeoutException silent) {
            opening.cut();
            throw new IOException("no event connection in time", silent);
        } catch (ExecutionException failed) {
            opening.cut();
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        }
    }

    private void connect(HttpClient http, Address address)
            throws InterruptedException, ExecutionException, TimeoutException {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(address.within());
        address.headers().forEach(builder::header);
        socket = builder.buildAsync(address.uri(), this).get(address.within().toMillis(), TimeUnit.MILLISECONDS);
        if (address.greeted()) {
            greeted.get(address.greetsWithin().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (over) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (text.length() > LONGEST) {
            lost(new IOException("a frame without end"));
            from.abort();
            return null;
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            if (text.capacity() > LONGEST / 16) {
                text.trimToSize(); // agents are many, such frames few
            }
            heard(whole);
        }
        from.request(1);
        return null;
    }

    private void heard(String whole) {
        if (over) {
            return;
        }
        if (!greeted.isDone() && greets.test(whole)) {
            greeted.complete(null);
        }
        ears.heard().accept(whole);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost(new Closed(status));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(failure instanceof Exception known ? known : new IOException(failure));
    }

    private void lost(Exception why) {
        if (!over) {
            over = true;
            greeted.completeExceptionally(why);
            ears.lost().accept(why);
        }
    }

    /** The client does not always say that it broke: whoever counts on it asks. */
    public boolean isOpen() {
        return !over && !socket.isInputClosed() && !socket.isOutputClosed();
    }

    /** Without waiting; whether it arrives is known by what is heard. */
    public void say(String words) {
        socket.sendText(words, true);
    }

    /** Orderly, without waiting. */
    public void close() {
        over = true;
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(2, TimeUnit.SECONDS)
                .whenComplete((done, failed) -> socket.abort());
    }

    /** At once, without a word: for a connection that is dead or not wanted. */
    public void cut() {
        over = true;
        WebSocket known = socket;
        if (known != null) {
            known.abort();
        }
    }
}
