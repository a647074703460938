package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Server-sent events as a browser would read them. */
public final class EventLines implements AutoCloseable {
    /** @param id the event's number, {@code ""} if it has none */
    public record Event(String id, JsonNode message) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final int status;

    EventLines(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            status = answer.statusCode();
            lines = answer.body();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        Thread reader = new Thread(this::read, "event lines");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        String[] id = {""};
        StringBuilder data = new StringBuilder();
        try {
            lines.forEach(line -> {
                if (line.isEmpty() && data.length() > 0) {
                    events.add(new Event(id[0], Contract.json(data.toString())));
                    data.setLength(0);
                    id[0] = "";
                } else if (line.startsWith("id:")) {
                    id[0] = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            });
        } catch (UncheckedIOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    public int status() {
        return status;
    }

    public List<Event> all() {
        return List.copyOf(events);
    }

    /** Those that have a number, once there are so many. */
    public List<Event> numbered(int count) {
        Await.until(count + " numbered events", () -> numbered().size() >= count);
        return numbered();
    }

    private List<Event> numbered() {
        return events.stream().filter(event -> !event.id().isEmpty()).toList();
    }

    @Override
    public void close() {
        lines.close();
    }
}
