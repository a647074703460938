package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishesTest {
    private final Wishes<String> wishes = new Wishes<>();

    @Test
    void whatIsToldShouldNameTheCommandThatWantedItOnce() {
        wishes.await("m-1", "muted"::equals);
        assertThat(wishes.cause("held", "")).isEmpty();
        assertThat(wishes.cause("muted", "")).isEqualTo("m-1");
        assertThat(wishes.cause("muted", "")).isEmpty();
    }

    @Test
    void markOfACommandThatStillWaitsShouldNotCount() {
        wishes.await("m-1", "muted"::equals);
        assertThat(wishes.cause("held", "m-1")).isEmpty();
        assertThat(wishes.cause("held", "m-2")).isEqualTo("m-2");
    }

    @Test
    void wishOfARefusedCommandShouldBeForgottenUnlessItMayHaveBeenDone() {
        VendorException no = new VendorException(Code.PLATFORM_REJECTED, "no");
        assertThatThrownBy(() -> wishes.during("m-1", "muted"::equals, () -> {
                    throw no;
                }))
                .isSameAs(no);
        assertThat(wishes.cause("muted", "")).isEmpty();

        VendorException lost = new VendorException(Code.PLATFORM_TIMEOUT, "lost", Effect.DOUBTFUL, Map.of(), null);
        assertThatThrownBy(() -> wishes.during("m-2", "muted"::equals, () -> {
                    throw lost;
                }))
                .isSameAs(lost);
        assertThat(wishes.cause("muted", "")).isEqualTo("m-2");
    }
}
