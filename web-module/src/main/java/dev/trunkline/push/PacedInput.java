package dev.trunkline.push;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * What a WebSocket client sends, checked, and not faster than it may come: who sends more frames than that is simply read later, and
 * TCP makes him wait. So one connection keeps no thread of the server busy, and no answer has to be invented.
 */
final class PacedInput extends ServletInputStream {
    /** Little, so that the frames of one read do not run far ahead of the pace. */
    private static final int PART = 4_096;

    /** When more may be read. */
    interface Clock {
        /** How many frames may come each second. */
        int framesPerSecond();

        void later(Duration pause, Runnable task);
    }

    private final ServletInputStream input;
    private final Clock clock;
    private final Pace pace;
    private final FrameCheck check = new FrameCheck();
    private byte[] passed = new byte[0];
    private int given;
    private ReadListener listener;

    PacedInput(ServletInputStream input, Clock clock) {
        this.input = input;
        this.clock = clock;
        this.pace = new Pace(clock.framesPerSecond(), System.nanoTime());
    }

    @Override
    public void setReadListener(ReadListener reader) {
        listener = reader;
        input.setReadListener(reader);
    }

    @Override
    public boolean isReady() {
        if (given < passed.length) {
            return true;
        }
        Duration pause = pace.pause(System.nanoTime());
        if (pause.isZero()) {
            return input.isReady();
        }
        clock.later(pause, this::goOn);
        return false;
    }

    private void goOn() {
        try {
            if (isReady()) {
                listener.onDataAvailable();
            }
        } catch (IOException | IllegalStateException gone) {
            listener.onError(gone);
        }
    }

    @Override
    public int available() throws IOException {
        return given < passed.length ? passed.length - given : Math.min(PART, input.available());
    }

    /** @return 0 where there was something, but nothing that the container may see yet */
    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (given == passed.length) {
            byte[] part = new byte[PART];
            int count = input.read(part);
            if (count < 0) {
                return count;
            }
            passed = check.pass(part, count);
            given = 0;
            pace.count(check.frames());
        }
        int count = Math.min(most, passed.length - given);
        System.arraycopy(passed, given, bytes, from, count);
        given += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count == 1 ? one[0] & 0xff : -1;
    }

    @Override
    public boolean isFinished() {
        return given == passed.length && input.isFinished();
    }
}
