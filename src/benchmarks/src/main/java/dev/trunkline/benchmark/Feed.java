package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives a comparator the frame of a real event again and again, for its sessions in turn, each time with the present moment in it. */
final class Feed implements Source, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Feed.class.getName());
    /** As often as the simulated platform's burst looks what is due. */
    private static final Duration TICK = Duration.ofMillis(5);

    private static final int BUFFER = 1 << 16;
    private static final long NO_ROOM = 100_000;
    private static final double NANOS = 1e9;

    private final byte[] frame;
    private final int markAt;
    private final int sessions;
    private final Socket socket;
    private final DataOutputStream out;
    private long given;

    /** @param frame one of Trunkline's, with its mark */
    Feed(int port, byte[] frame, int sessions) {
        this.frame = frame.clone();
        this.markAt = Mark.find(frame, 0, frame.length);
        this.sessions = sessions;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The next session's frame. */
    private void give() throws IOException {
        Mark.write(frame, markAt, Connection.nowMicros());
        out.writeInt((int) (given % sessions));
        out.writeInt(frame.length);
        out.write(frame);
        given++;
    }

    @Override
    public void begin(int perSecond, Duration lasting) {
        Thread thread = new Thread(() -> pace(perSecond, lasting), "feed");
        thread.setDaemon(true);
        thread.start();
    }

    private void pace(int perSecond, Duration lasting) {
        long begun = System.nanoTime();
        long total = Math.round(perSecond * lasting.toNanos() / NANOS);
        try {
            for (long done = 0; done < total; ) {
                long due = Math.min(total, (long) ((System.nanoTime() - begun) / NANOS * perSecond));
                for (; done < due; done++) {
                    give();
                }
                out.flush();
                LockSupport.parkNanos(TICK.toNanos());
            }
        } catch (IOException lost) {
            LOG.log(Level.WARNING, "The feed broke", lost);
        }
    }

    /**
     * As fast as it goes: as many as have come are given anew, so that always the same number is under way.
     *
     * @param underWay for each session
     * @param heard how many have come in all
     */
    void flatOut(int underWay, Duration lasting, LongSupplier heard) {
        long until = System.nanoTime() + lasting.toNanos();
        long offset = heard.getAsLong() - given;
        long most = (long) underWay * sessions;
        try {
            while (System.nanoTime() < until) {
                if (given - (heard.getAsLong() - offset) < most) {
                    give();
                } else {
                    out.flush();
                    LockSupport.parkNanos(NO_ROOM);
                }
            }
            out.flush();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
