package dev.trunkline.push;

import dev.trunkline.api.ProblemAnswer;
import dev.trunkline.api.QueryValues;
import dev.trunkline.event.Profile;
import dev.trunkline.model.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers who asks for events as {@code text/event-stream} (contract 13.1); everybody else goes on to JAX-RS. */
@WebFilter(urlPatterns = "/api/v1/events", asyncSupported = true)
public class StreamFilter extends HttpFilter {
    private static final String EVENT_STREAM = "text/event-stream";

    @Inject
    Gate gate;

    @Inject
    Subscribers subscribers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (!request.getMethod().equals("GET") || !accept.contains(EVENT_STREAM)) {
            chain.doFilter(request, response);
            return;
        }
        Opening opening;
        try {
            Optional<String> last = Optional.ofNullable(request.getHeader("Last-Event-ID"));
            OptionalLong resume = QueryValues.number("Last-Event-ID", last);
            opening = gate.open(request, resume);
        } catch (RefusedException refused) {
            ProblemAnswer.write(request, response, refused.refusal());
            return;
        }
        open(opening, request, response);
    }

    private void open(Opening opening, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(EVENT_STREAM);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Asks proxies not to collect what we send.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        ServletOutputStream out = response.getOutputStream();
        StreamSink sink = new StreamSink(
                context, out, subscribers.threads(), subscribers.settings().heartbeatEvery());
        Subscription subscription = subscribers.open(opening, Profile.EXACT, sink);
        context.addListener(new Farewell(subscription));
        // The first comment tells the client that it is heard.
        subscription.answer(Outgoing.SIGN_OF_LIFE);
        out.setWriteListener(sink);
    }

    private record Farewell(Subscription subscription) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            subscription.end(Ending.LOST);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            subscription.end(Ending.LOST);
        }

        @Override
        public void onError(AsyncEvent event) {
            subscription.end(Ending.LOST);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Nothing of ours starts a second time.
        }
    }
}
