package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.Lane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between the web server and {@link FinesseRest}: reads what came, writes what goes back, late or not at all if that is decided. */
public final class RestHandler extends Handler.Abstract {
    private final FinesseRest rest;
    private final Lane lane;
    private final IntSupplier httpsPort;

    public RestHandler(FinesseRest rest, Lane lane, IntSupplier httpsPort) {
        this.rest = rest;
        this.lane = lane;
        this.httpsPort = httpsPort;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        if (!request.isSecure()) {
            String location = "https://" + Request.getServerName(request) + ":" + httpsPort.getAsInt()
                    + request.getHttpURI().getPathQuery();
            write(response, callback, Answer.movedTo(location));
            return true;
        }
        Answer answer = rest.answer(incoming(request));
        if (answer.delay().isZero()) {
            finish(request, response, callback, answer);
        } else {
            lane.after(answer.delay(), () -> finish(request, response, callback, answer));
        }
        return true;
    }

    private static Incoming incoming(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName().toLowerCase(Locale.ROOT), field.getValue(), (one, two) -> one + ";" + two);
        }
        List<String> path = Arrays.stream(Request.getPathInContext(request).split("/"))
                .filter(step -> !step.isEmpty())
                .toList();
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        return new Incoming(request.getMethod(), path, FinesseRest.form(query), headers, body);
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
        answer.headers().forEach((name, value) -> response.getHeaders().add(name, value));
        if (!answer.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().getBytes(StandardCharsets.UTF_8).length);
        Content.Sink.write(response, true, answer.body(), callback);
    }
}
