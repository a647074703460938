package dev.trunkline.simulator.toy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The agents' streams of events, one for each; the younger puts the older out. On the lane. */
final class Streams {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Faults faults;
    private final Disorder disorder;
    private final Map<String, Open> open = new LinkedHashMap<>();

    private record Open(Request request, OutputStream out, Callback callback, Instant since) {
        void end() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("The stream has ended"));
        }
    }

    Streams(Lane lane, Faults faults) {
        this.faults = faults;
        disorder = new Disorder(
                (agent, topic, update) -> write(agent, "data: " + update + "\n\n"), lane, PATIENCE, faults);
        lane.every(BEAT, () -> List.copyOf(open.keySet()).forEach(agent -> write(agent, ":\n\n")));
    }

    void begin(String agent, Request request, Response response, Callback callback, Supplier<Object> everything) {
        end(agent);
        open.put(agent, new Open(request, Content.Sink.asOutputStream(response), callback, Instant.now()));
        tell(agent, everything.get(), false);
    }

    void tell(String agent, Object what, boolean disorderly) {
        try {
            disorder.deliver(agent, "", JSON.writeValueAsString(what), disorderly);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String agent, String text) {
        Open stream = open.get(agent);
        if (stream != null) {
            try {
                stream.out.write(text.getBytes(StandardCharsets.UTF_8));
                stream.out.flush();
            } catch (IOException gone) {
                end(agent);
            }
        }
    }

    /** It cannot be had again for so long. */
    void cut(String agent, Duration lasting) {
        faults.addFor(Fault.of("refuse-stream").onlyFor(agent), lasting);
        end(agent);
    }

    private void end(String agent) {
        Open stream = open.remove(agent);
        if (stream != null) {
            stream.end();
        }
    }

    List<SessionEntry> sessions() {
        return open.entrySet().stream()
                .map(one -> new SessionEntry(
                        one.getKey(), "", Toy.NAME, one.getValue().since()))
                .toList();
    }
}
