package dev.trunkline.api;

import dev.trunkline.threads.ServerThreads;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Waits for a message without a thread. Reading a body blocks a thread of the server for as long as the client likes, and two hundred
 * clients that send a byte now and then would have them all.
 */
@WebFilter(
        urlPatterns = "/api/v1/messages",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class BodyFilter extends HttpFilter {
    @Inject
    Instance<RequestContextController> requestScope;

    @Inject
    ServerThreads threads;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            inRequestScope(request, response, chain);
            return;
        }
        ServletInputStream body = request.getInputStream();
        if (nothingToWaitFor(request, body)) {
            chain.doFilter(request, response);
            return;
        }
        BodyCollector collector = new BodyCollector(request, response, body);
        AsyncContext context = request.startAsync(collector.request(), response);
        AsyncDeparture departure = new AsyncDeparture(context, threads.clock());
        collector.begin(context, departure);
        departure.leave();
    }

    /** Payara starts none for a request that goes on (6.2025.10). */
    private void inRequestScope(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContextController scope = requestScope.get();
        boolean begun = scope.activate();
        try {
            chain.doFilter(request, response);
        } finally {
            if (begun) {
                scope.deactivate();
            }
            requestScope.destroy(scope);
        }
    }

    /** Mostly the body has come with the head; one that is far too long is refused unread. */
    private static boolean nothingToWaitFor(HttpServletRequest request, ServletInputStream body) throws IOException {
        long announced = request.getContentLengthLong();
        return !request.getMethod().equals("POST")
                || announced > BodyCollector.MOST_READ
                || announced >= 0 && body.available() >= announced;
    }
}
