package dev.trunkline.identity;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One-time tickets: a browser cannot send a header with a WebSocket handshake, and a token must never stand in a URL. A ticket may,
 * since it is good once and for seconds.
 */
@ApplicationScoped
public class Tickets {
    public static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private record Entry(Caller caller, Instant until) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final int most;
    /** Oldest first, so that those which have expired are in front. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public Tickets() {
        this(Clock.systemUTC(), MOST);
    }

    Tickets(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    public synchronized String issue(Caller caller) {
        forgetExpired();
        if (entries.size() >= most) {
            throw new RefusedException(
                    Refusal.of(Code.OVERLOADED, "too many tickets are open").retryAfter(LIFE.toMillis()));
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entries.put(ticket, new Entry(caller, clock.instant().plus(LIFE)));
        return ticket;
    }

    /** Whose ticket it is; afterwards it is nobody's. */
    public synchronized Optional<Caller> redeem(String ticket) {
        forgetExpired();
        return Optional.ofNullable(entries.remove(ticket)).map(Entry::caller);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && !oldest.next().until().isAfter(now)) {
            oldest.remove();
        }
    }
}
