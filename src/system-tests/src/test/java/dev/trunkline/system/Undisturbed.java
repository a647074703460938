package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Somebody who works on while others misbehave: dials, hears the call to its end, dials again. */
final class Undisturbed {
    private final Person person;
    private final String number;
    private final Person.Line line;
    private final AtomicInteger calls = new AtomicInteger();
    private final CompletableFuture<Void> work;
    private volatile boolean enough;

    private Undisturbed(Person person, String number) {
        this.person = person;
        this.number = number;
        this.line = person.listen("?profile=extended");
        this.work = CompletableFuture.runAsync(this::work);
    }

    /** @param number to dial */
    static Undisturbed beside(Person person, String number) {
        return new Undisturbed(person.signedIn(), number);
    }

    private void work() {
        while (!enough) {
            person.done(person.ask("SetReady", ""));
            Placed.by(person, number).until("CONNECTED").end();
            calls.incrementAndGet();
        }
    }

    /** Waits until so many calls more were placed and heard to their end. */
    void serve(int more) {
        int until = calls.get() + more;
        Await.until(more + " more calls beside", () -> calls.get() >= until || work.isDone());
        if (work.isCompletedExceptionally()) {
            work.join();
        }
    }

    /** Ends the work. @return how many calls there were; each was heard from its first event to its last */
    int end() {
        enough = true;
        work.join();
        Await.until("the last call is heard", () -> ended() == calls.get());
        List<Long> numbers = line.frames().numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(numbers.get(0), numbers.get(0) + numbers.size() - 1)
                        .boxed()
                        .toList());
        line.close();
        return calls.get();
    }

    private long ended() {
        return line.frames().calls().stream()
                .filter(frame -> Frames.lifeCycle(frame).equals("ENDED"))
                .count();
    }
}
