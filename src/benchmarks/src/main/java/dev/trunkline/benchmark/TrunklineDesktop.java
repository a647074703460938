package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Connection;
import dev.trunkline.benchmark.client.Hearer;
import dev.trunkline.benchmark.platform.Desktop;
import dev.trunkline.benchmark.platform.Told;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The same application on Trunkline, for whatever platform. */
record TrunklineDesktop(Seat seat, Connection line) implements Desktop {
    static Desktop open(Stage stage, int index, Told told) {
        Hearer hearer = (bytes, from, length, nowMicros) ->
                told.add(new String(bytes, from, length, StandardCharsets.UTF_8), nowMicros);
        Seat seat = stage.seat(index).signIn();
        return new TrunklineDesktop(seat, stage.listen(seat, hearer));
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return seat.dial(number);
    }

    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return number;
    }

    @Override
    public void close() {
        line.close();
    }
}
