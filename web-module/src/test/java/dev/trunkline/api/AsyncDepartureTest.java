package dev.trunkline.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class AsyncDepartureTest {
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private boolean firstThreadIn = true;

    private final AsyncContext context = as(AsyncContext.class, (proxy, method, arguments) -> {
        switch (method.getName()) {
            case "getTimeout" -> {
                return 10_000L;
            }
            case "setTimeout" -> {
                if (!firstThreadIn) {
                    throw new IllegalStateException("the first thread has left");
                }
            }
            default -> done.add(method.getName());
        }
        return null;
    });
    private final ScheduledExecutorService clock = as(ScheduledExecutorService.class, (proxy, method, arguments) -> {
        later.add((Runnable) arguments[0]);
        return null;
    });
    private final AsyncDeparture departure = new AsyncDeparture(context, clock);

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void firstThreadShouldGoItselfIfItCan() {
        departure.go(AsyncContext::dispatch);
        assertThat(done).as("on another thread").isEmpty();
        departure.leave();

        assertThat(done).containsExactly("dispatch");
        assertThat(later).isEmpty();
    }

    @Test
    void firstThreadShouldDoWhatAnotherThreadWants() throws InterruptedException {
        Thread other = new Thread(() -> departure.go(AsyncContext::dispatch));
        other.start();
        other.join();
        departure.leave();

        assertThat(done).containsExactly("dispatch");
    }

    @Test
    void whatComesLateShouldWaitUntilTheFirstThreadHasCertainlyLeft() {
        departure.leave();
        departure.go(AsyncContext::dispatch);
        later.remove().run();
        assertThat(done).as("it has not left").isEmpty();
        firstThreadIn = false;
        later.remove().run();
        assertThat(done).as("it is leaving").isEmpty();
        later.remove().run();

        assertThat(done).containsExactly("dispatch");
        assertThat(later).isEmpty();
    }

    @Test
    void onlyTheFirstWishShouldCount() {
        departure.go(AsyncContext::complete);
        departure.go(AsyncContext::dispatch);
        departure.leave();
        departure.go(AsyncContext::dispatch);

        assertThat(done).containsExactly("complete");
        assertThat(departure.cancel()).isFalse();
    }

    @Test
    void cancelledDepartureShouldNotHappen() {
        departure.leave();

        assertThat(departure.cancel()).isTrue();
        departure.go(AsyncContext::dispatch);
        assertThat(later).isEmpty();
        assertThat(done).isEmpty();
    }
}
