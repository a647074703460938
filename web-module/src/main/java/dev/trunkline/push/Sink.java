package dev.trunkline.push;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What carries messages to one client: a WebSocket or an event stream. Nothing here may block. */
interface Sink {
    /**
     * Sends one message; the next one comes only after {@code done} was told.
     *
     * @param done told once, on any thread, also on this one: whether the message went out
     */
    void send(Outgoing message, Consumer<Boolean> done);

    /** How often the client, or whatever is between, must see that we live. */
    Duration beatEvery();

    /** Sends a sign of life by itself, or gives one to send in its turn. */
    Optional<Outgoing> beat();

    /** Signs of life that the client was to answer and did not. */
    int unanswered();

    void close(Ending ending);

    /** For a person who reads the log. */
    String name();
}
