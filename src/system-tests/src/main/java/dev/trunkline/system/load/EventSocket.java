package dev.trunkline.system.load;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One agent's WebSocket. Once it is cut or has ended it is over; who goes on listening opens another one. */
public final class EventSocket implements WebSocket.Listener {
    private final Hearer hearer;
    private final StringBuilder partial = new StringBuilder();
    private volatile WebSocket socket;
    private CompletableFuture<?> saying = CompletableFuture.completedFuture(null);
    private boolean frozen;
    private boolean owed;
    private volatile boolean over;

    EventSocket(Hearer hearer) {
        this.hearer = hearer;
    }

    EventSocket on(WebSocket opened) {
        socket = opened;
        return this;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (last && partial.isEmpty()) {
            hearer.heard(Frame.now(data.toString()));
        } else {
            partial.append(data);
            if (last) {
                hearer.heard(Frame.now(partial.toString()));
                partial.setLength(0);
            }
        }
        next(from);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        next(from);
        return null;
    }

    private synchronized void next(WebSocket from) {
        owed = frozen;
        if (!frozen) {
            from.request(1);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(-1);
    }

    private void end(int code) {
        if (!over) {
            over = true;
            hearer.ended(code);
        }
    }

    public boolean isOpen() {
        return !over;
    }

    /** Sends a text, after those before it. */
    public synchronized CompletableFuture<?> say(String text) {
        CompletableFuture<WebSocket> said =
                saying.handle((before, lost) -> text).thenCompose(next -> socket.sendText(next, true));
        saying = said;
        return said;
    }

    /** Reads no more after the next frame, nor answers pings; what comes is left in the connection. */
    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        if (owed) {
            owed = false;
            socket.request(1);
        }
    }

    /** As a cable pulled out; the hearer is not told. */
    public void cut() {
        over = true;
        socket.abort();
    }
}
