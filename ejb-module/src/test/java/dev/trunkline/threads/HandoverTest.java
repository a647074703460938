package dev.trunkline.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class HandoverTest {
    private final ClassLoader own = Thread.currentThread().getContextClassLoader();
    private final List<ClassLoader> seen = new ArrayList<>();

    private void see() {
        seen.add(Thread.currentThread().getContextClassLoader());
    }

    @Test
    void serverShouldSeeNoJarsAndTheTaskAllOfThem() {
        new Handover(task -> {
                    see();
                    task.run();
                })
                .execute(this::see);
        see();
        assertThat(seen.get(0).getResource("META-INF/MANIFEST.MF")).isNull();
        assertThat(seen.subList(1, 3)).containsExactly(own, own);
    }

    @Test
    void refusedTaskShouldLeaveTheThreadAsItWas() {
        Handover handover = new Handover(task -> {
            throw new RejectedExecutionException();
        });
        assertThatThrownBy(() -> handover.execute(this::see)).isInstanceOf(RejectedExecutionException.class);
        see();
        assertThat(seen).containsExactly(own);
    }
}
