package dev.trunkline.simulator.genesys.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an agent owes after a call on behalf of a queue (sheet 6.2 frame 8 and 9). On the lane. */
final class AfterCallWork {
    private final WrapupPrompt prompt;
    private final Duration timeout;
    private boolean wanted;
    private Instant started;
    private Instant ended;
    private Wrapup wrapup;
    private boolean skipped;

    AfterCallWork(WrapupPrompt prompt, Duration timeout) {
        this.prompt = prompt;
        this.timeout = timeout;
        this.wanted = prompt != WrapupPrompt.AGENT_REQUESTED;
    }

    /** Where the agent himself says whether he needs it. */
    void want(boolean work) {
        wanted = work;
    }

    /** His leg is over. A word said during the call is as good as one said now. */
    void begin() {
        if (wanted && !done()) {
            started = Instant.now();
        }
    }

    void conclude(Wrapup word) {
        wrapup = word;
        if (started != null && !word.provisional()) {
            ended = Instant.now();
        }
    }

    void skip() {
        skipped = true;
        ended = started == null ? null : Instant.now();
    }

    private boolean done() {
        return skipped || wrapup != null && !wrapup.provisional();
    }

    /** Whether the agent has still to say something. */
    boolean due() {
        return started != null && ended == null;
    }

    /** Whether it is told as required, from the first snapshot on. */
    boolean required() {
        return wanted;
    }

    WrapupPrompt prompt() {
        return prompt;
    }

    /** After which the platform says something for him. */
    Duration timeout() {
        return timeout;
    }

    boolean skipped() {
        return skipped;
    }

    Optional<Wrapup> wrapup() {
        return Optional.ofNullable(wrapup);
    }

    Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }
}
