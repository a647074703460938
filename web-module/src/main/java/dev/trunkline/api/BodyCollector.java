package dev.trunkline.api;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Collects one body as it comes, then sends the request on its way; or refuses it when the time is over. */
final class BodyCollector implements ReadListener, AsyncListener {
    static final Duration LONGEST = Duration.ofSeconds(10);
    /** Of a body that is too long: a client that is still writing when we close might never see why. */
    static final int MOST_READ = 1_048_576;

    private static final int PART = 8_192;
    private static final Logger LOG = Logger.getLogger(BodyCollector.class.getName());

    private final HttpServletRequest original;
    private final HttpServletResponse response;
    private final ServletInputStream body;
    private final CollectedRequest request;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private AsyncDeparture departure;
    private int read;

    BodyCollector(HttpServletRequest original, HttpServletResponse response, ServletInputStream body) {
        this.original = original;
        this.response = response;
        this.body = body;
        this.request = new CollectedRequest(original);
    }

    /** What goes on, once the body is there. */
    CollectedRequest request() {
        return request;
    }

    void begin(AsyncContext context, AsyncDeparture left) {
        departure = left;
        context.setTimeout(LONGEST.toMillis());
        context.addListener(this);
        body.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] part = new byte[PART];
        while (body.isReady()) {
            int count = body.read(part);
            if (count < 0) {
                return;
            }
            read += count;
            // One byte more than a message may have says enough.
            bytes.write(part, 0, Math.min(count, RequestBody.MOST_BYTES + 1 - bytes.size()));
            if (read > MOST_READ) {
                onAllDataRead();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        request.body(bytes.toByteArray());
        departure.go(AsyncContext::dispatch);
    }

    /** The client is gone, or sends what is no body: nobody of ours need look at it. */
    @Override
    public void onError(Throwable gone) {
        LOG.log(Level.FINE, "A body did not come", gone);
        departure.go(AsyncContext::complete);
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        if (departure.cancel()) {
            // What still comes of it is not the next request.
            response.setHeader("Connection", "close");
            ProblemAnswer.write(
                    original,
                    response,
                    Refusal.of(Code.INVALID_REQUEST, "the body did not come within " + LONGEST.toSeconds() + " s"));
            event.getAsyncContext().complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        departure.cancel();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing of ours starts a second time.
    }
}
