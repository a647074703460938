package dev.trunkline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final byte[] FRAME = "{\"id\":\"21262506\",\"callVariable1\":\"change 102 1795262791553159 +95588\"}"
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void momentShouldBeFoundInAFrame() {
        assertThat(Mark.read(FRAME, 0, FRAME.length)).isEqualTo(1_795_262_791_553_159L);
    }

    @Test
    void frameWithoutAMomentShouldHaveNone() {
        byte[] frame = "{\"name\":\"Agent Number 1\",\"id\":\"1795262791553159\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Mark.read(frame, 0, frame.length)).isZero();
    }

    @Test
    void momentThatIsCutOffShouldBeNone() {
        assertThat(Mark.read(FRAME, 0, Mark.find(FRAME, 0, FRAME.length) + Mark.DIGITS - 1))
                .isZero();
    }

    @Test
    void momentShouldBeReplacedInItsPlace() {
        byte[] copy = FRAME.clone();
        Mark.write(copy, Mark.find(copy, 0, copy.length), 1_000_000_000_000_042L);
        assertThat(new String(copy, StandardCharsets.UTF_8)).contains("change 102 1000000000000042 +95588");
    }
}
