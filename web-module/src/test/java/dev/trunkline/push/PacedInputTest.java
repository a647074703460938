package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedInputTest {
    private final List<Runnable> later = new ArrayList<>();
    private final PacedInput.Clock clock = new PacedInput.Clock() {
        @Override
        public int framesPerSecond() {
            return 2;
        }

        @Override
        public void later(Duration pause, Runnable task) {
            assertThat(pause).isPositive();
            later.add(task);
        }
    };

    private static final class Sent extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Sent(byte[] sent) {
            bytes = new ByteArrayInputStream(sent);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, Math.min(most, 100));
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return bytes.available() > 0;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            // Nobody is told: the test reads by itself.
        }
    }

    private static int readAll(PacedInput input) throws IOException {
        int all = 0;
        while (input.isReady()) {
            all += input.read(new byte[7]);
        }
        return all;
    }

    @Test
    void goodClientShouldBeReadToTheEnd() throws IOException {
        PacedInput input = new PacedInput(new Sent(FrameCheckTest.frame(0x81, 3_000)), clock);

        assertThat(readAll(input)).isEqualTo(3_008);
        assertThat(input.isFinished()).isTrue();
        assertThat(later).isEmpty();
    }

    @Test
    void whoSendsTooFastShouldBeReadLater() throws IOException {
        byte[] frame = FrameCheckTest.frame(0x81, 14);
        byte[] sent = new byte[frame.length * 1_000];
        for (int i = 0; i < sent.length; i += frame.length) {
            System.arraycopy(frame, 0, sent, i, frame.length);
        }
        PacedInput input = new PacedInput(new Sent(sent), clock);
        input.setReadListener(new ReadListener() {
            @Override
            public void onDataAvailable() {
                throw new AssertionError("it is still too early");
            }

            @Override
            public void onAllDataRead() {
                throw new AssertionError("there is more");
            }

            @Override
            public void onError(Throwable fault) {
                throw new AssertionError(fault);
            }
        });

        assertThat(readAll(input))
                .as("a burst of ten frames, and the read that went over it")
                .isEqualTo(300);
        assertThat(later).hasSize(1);
        later.remove(0).run();
        assertThat(later).as("asked again").hasSize(1);
    }
}
