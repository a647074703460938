package dev.trunkline.simulator.finesse.xmpp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** What one connection has to send, in order, by a borrowed thread: who does not read blocks nobody else. */
final class Outbox {
    private static final int MOST = 20_000;

    private final Executor threads;
    private final Runnable whenBroken;
    private final Queue<String> waiting = new ArrayDeque<>();
    private OutputStream out;
    private boolean writing;
    private boolean closed;

    Outbox(Executor threads, OutputStream out, Runnable whenBroken) {
        this.threads = threads;
        this.out = out;
        this.whenBroken = whenBroken;
    }

    /** After STARTTLS; the client waits, so nothing is under way. */
    synchronized void switchTo(OutputStream secured) {
        out = secured;
    }

    synchronized void send(String xml) {
        if (closed) {
            return;
        }
        waiting.add(xml);
        if (waiting.size() > MOST) {
            closed = true;
            threads.execute(whenBroken);
        } else if (!writing) {
            writing = true;
            threads.execute(this::drain);
        }
    }

    /** Lets what waits go out, then does the last thing. */
    synchronized void endWith(Runnable last) {
        closed = true;
        threads.execute(() -> {
            awaitDrained();
            last.run();
        });
    }

    synchronized void sendAndWait(String xml) {
        send(xml);
        awaitDrained();
    }

    private synchronized void awaitDrained() {
        try {
            while (writing) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        try {
            for (String batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                out.write(batch.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            stopWriting();
            whenBroken.run();
        }
    }

    private synchronized String nextBatch() {
        StringBuilder batch = new StringBuilder();
        for (String xml = waiting.poll(); xml != null; xml = waiting.poll()) {
            batch.append(xml);
        }
        if (batch.isEmpty()) {
            stopWriting();
        }
        return batch.toString();
    }

    private synchronized void stopWriting() {
        waiting.clear();
        writing = false;
        notifyAll();
    }
}
