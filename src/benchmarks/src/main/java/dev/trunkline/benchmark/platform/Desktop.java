package dev.trunkline.benchmark.platform;

import java.net.HttpURLConnection;
import java.net.http.HttpResponse;

/** An agent's application that works directly with the platform: it listens to its events and asks for calls. */
public interface Desktop extends AutoCloseable {
    /** Asks for a call. @return the platform's answer, whatever it is */
    HttpResponse<String> dial(String number);

    /** Whether the platform will place it, as far as its answer says. */
    default boolean took(HttpResponse<String> answer) {
        return answer.statusCode() == HttpURLConnection.HTTP_ACCEPTED;
    }

    /** What stands in every event of the call that was asked for. @param answer of the dial, which was taken */
    String sign(String number, HttpResponse<String> answer);

    @Override
    void close();
}
