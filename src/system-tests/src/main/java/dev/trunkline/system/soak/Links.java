package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Looks, a few at a time, whether agents' links to the platform stand. */
final class Links {
    private static final int AT_ONCE = 4;
    private static final int OK = 200;
    private static final double NEXT_LOOK = 0.05;

    private Links() {}

    /** @return those whose link was seen to stand within that time, and when (in microseconds) */
    static Map<Seat, Long> await(Collection<Seat> seats, double seconds) {
        Map<Seat, Long> up = new ConcurrentHashMap<>();
        Queue<Seat> waiting = new ConcurrentLinkedQueue<>(seats);
        long end = System.nanoTime() + Math.round(seconds * 1e9);
        Executor threads = task -> new Thread(task, "links").start();
        CompletableFuture<?>[] looking = new CompletableFuture<?>[AT_ONCE];
        for (int i = 0; i < AT_ONCE; i++) {
            looking[i] = CompletableFuture.runAsync(() -> look(waiting, up, end), threads);
        }
        CompletableFuture.allOf(looking).join();
        return up;
    }

    private static void look(Queue<Seat> waiting, Map<Seat, Long> up, long end) {
        for (Seat seat = waiting.poll(); seat != null && System.nanoTime() < end; seat = waiting.poll()) {
            if (stands(seat)) {
                up.put(seat, Frame.nowMicros());
            } else {
                waiting.add(seat);
                Pause.seconds(NEXT_LOOK);
            }
        }
    }

    private static boolean stands(Seat seat) {
        try {
            HttpResponse<String> answer = seat.client().get("agents/me").join();
            return answer.statusCode() == OK
                    && answer.body().contains("\"link\":\"UP\"")
                    && answer.body().contains("\"signedIn\":true");
        } catch (CompletionException unreachable) {
            return false;
        }
    }
}
