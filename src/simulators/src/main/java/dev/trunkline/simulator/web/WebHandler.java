package dev.trunkline.simulator.web;

import dev.trunkline.simulator.Lane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between the web server and a platform: reads what came, writes what goes back, late or not at all if that is decided. */
public final class WebHandler extends Handler.Abstract {
    private final Function<Received, Answer> platform;
    private final Lane lane;

    public WebHandler(Function<Received, Answer> platform, Lane lane) {
        this.platform = platform;
        this.lane = lane;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Answer answer = platform.apply(received(request));
        if (answer.delay().isZero()) {
            finish(request, response, callback, answer);
        } else {
            lane.after(answer.delay(), () -> finish(request, response, callback, answer));
        }
        return true;
    }

    private static Received received(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName().toLowerCase(Locale.ROOT), field.getValue(), (one, two) -> one + ";" + two);
        }
        List<String> path = Arrays.stream(Request.getPathInContext(request).split("/"))
                .filter(step -> !step.isEmpty())
                .toList();
        return new Received(
                request.getMethod(),
                path,
                request.getHttpURI().getPathQuery(),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                headers,
                Content.Source.asString(request, StandardCharsets.UTF_8),
                request.isSecure(),
                Request.getServerName(request));
    }

    private static void finish(Request request, Response response, Callback callback, Answer answer) {
        if (answer.lost()) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("The answer is lost on purpose"));
        } else {
            write(response, callback, answer);
        }
    }

    private static void write(Response response, Callback callback, Answer answer) {
        response.setStatus(answer.status());
        answer.headers()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
        if (!answer.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().getBytes(StandardCharsets.UTF_8).length);
        Content.Sink.write(response, true, answer.body(), callback);
    }
}
