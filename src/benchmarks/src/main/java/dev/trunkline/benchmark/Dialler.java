package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.platform.Desktop;
import dev.trunkline.benchmark.platform.Told;
import java.net.http.HttpResponse;

/** An agent who dials and hears what comes of it. @param desktop through Trunkline or without it @param told what it hears */
record Dialler(Desktop desktop, Told told) implements AutoCloseable {
    /** An event that overtakes the answer counts from the answer on: only then is it known as one's own. */
    Dial dial(String number) {
        told.forget();
        long begun = Connection.nowMicros();
        HttpResponse<String> answer = desktop.dial(number);
        long answered = Connection.nowMicros();
        if (!desktop.took(answer)) {
            throw new BenchmarkException("a dial was answered " + answer.statusCode() + " " + answer.body());
        }
        long first = told.first(desktop.sign(number, answer));
        return new Dial(number, begun, answered, Math.max(answered, first));
    }

    @Override
    public void close() {
        desktop.close();
    }
}
