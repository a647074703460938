package dev.trunkline.simulator.gws.stream;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The connections of the event stream, and what happens to what is on them. Safe for threads. */
final class Wire {
    /** The connection that comes next breaks. */
    private static final String NEXT = "cut-next";

    private final Faults faults;
    private final Map<Request, String> open = new ConcurrentHashMap<>();

    Wire(Faults faults) {
        this.faults = faults;
    }

    /** It is under way from now on. @return the way back, on which an answer may be lost */
    Response enter(Request request, Response response, String agent) {
        if (faults.take(NEXT, agent).isPresent()) {
            close(request);
        } else {
            open.put(request, agent);
            Request.addCompletionListener(request, failure -> open.remove(request));
        }
        return new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                if (faults.active("half-open", agent)) {
                    return;
                }
                if (holdsEvents(content) && faults.active("lose-batch", agent)) {
                    close(request);
                    callback.failed(new EofException("The answer is lost on purpose"));
                } else {
                    super.write(last, content, callback);
                }
            }
        };
    }

    private static boolean holdsEvents(ByteBuffer content) {
        return content != null
                && StandardCharsets.UTF_8.decode(content.slice()).toString().contains("\"channel\":\"/v2/");
    }

    /** Neither answered nor refused: there is no sign of life. */
    boolean dead(String agent) {
        return faults.active("half-open", agent);
    }

    /** The connections of these agents break. */
    void cut(Predicate<String> agents) {
        open.forEach((request, agent) -> {
            if (agents.test(agent)) {
                open.remove(request);
                close(request);
            }
        });
    }

    /** The same, and who listens but is between two polls loses the next one. */
    void cut(Predicate<String> agents, Stream<String> listening) {
        listening
                .filter(agents.and(agent -> !open.containsValue(agent)))
                .forEach(agent -> faults.addTimes(Fault.of(NEXT).onlyFor(agent)));
        cut(agents);
    }

    static void close(Request request) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
