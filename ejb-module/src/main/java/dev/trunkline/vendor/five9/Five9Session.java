package dev.trunkline.vendor.five9;

import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.Login;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One agent's log-in: token, cookies, and where his data centre is (sheet 1.2, 2.1). REST and the event stream share it, and nobody else sees
 * it. Safe for threads.
 */
public final class Five9Session {
    /** Held while the platform is asked; the others never wait for that. */
    private final Object signingIn = new Object();

    private final LongSupplier clock;
    private Five9Cookies cookies = new Five9Cookies();
    /** Of the log-in that is under way: who asks meanwhile goes on with what was. */
    private Five9Cookies next = cookies;

    private Optional<Place> place = Optional.empty();
    private int signIns;
    private boolean stands;
    /** With which password the platform did not let him in. */
    private Optional<Refused> refused = Optional.empty();

    private long since;
    private volatile Runnable whenMoved = () -> {};

    /** Who is logged in, and where he is served. */
    record Place(Login login, URI centre) {
        boolean sameAs(Place other) {
            return at(other) && login.tokenId().equals(other.login.tokenId());
        }

        /** Whether it is the same data centre. */
        boolean at(Place other) {
            return centre.equals(other.centre) && login.farmId().equals(other.login.farmId());
        }
    }

    /** A log-in that was refused: the same again could lock the account (sheet 2.1). */
    private record Refused(Credential credential, VendorException why) {}

    Five9Session(LongSupplier clock) {
        this.clock = clock;
    }

    Object signingIn() {
        return signingIn;
    }

    /** How often it was logged in: a request that was refused knows by it whether another one has logged in since. */
    synchronized int signIns() {
        return signIns;
    }

    /** Whether the last log-in succeeded: where it did not, nobody else's request may take it for done. */
    synchronized boolean stands() {
        return stands;
    }

    /** What comes now belongs to a new one. */
    synchronized void begin() {
        next = new Five9Cookies();
        signIns++;
        stands = false;
    }

    synchronized void begun(Place now) {
        place = Optional.of(now);
        cookies = next;
        stands = true;
        since = clock.getAsLong();
    }

    synchronized void refused(Credential credential, VendorException why) {
        refused = Optional.of(new Refused(credential, why));
    }

    /** @throws VendorException if exactly that was refused before */
    synchronized void notRefused(Credential credential) {
        refused.filter(one -> one.credential().reveal().equals(credential.reveal()))
                .ifPresent(one -> {
                    throw one.why();
                });
    }

    /** Logged in so short a time ago that another host may not know it (sheet 2.2). */
    synchronized boolean fresh(Duration spread) {
        return stands && clock.getAsLong() - since < spread.toNanos();
    }

    /** It is of no use any more: the next request logs in. */
    synchronized void end() {
        stands = false;
    }

    synchronized Optional<Place> place() {
        return place;
    }

    /** Of an answer that was asked in that log-in: a late one of an earlier must not take this one's place. @return whether it is another */
    synchronized boolean moved(int signIn, Place now) {
        boolean news = signIn == signIns && stands && !place.filter(now::sameAs).isPresent();
        if (news) {
            place = Optional.of(now);
        }
        return news;
    }

    /** {@code Set-Cookie} of an answer. @param signIn {@link #signIns} when it was asked */
    synchronized void keep(int signIn, URI from, List<String> setCookies) {
        if (signIn == signIns) {
            next.keep(from, setCookies);
        }
    }

    /** For the header {@code Cookie}, or empty. */
    synchronized String cookies(URI to) {
        return cookies.header(to);
    }

    /** Told when the platform says that the organisation is served elsewhere. */
    void whenMoved(Runnable told) {
        whenMoved = told;
    }

    void sayMoved() {
        whenMoved.run();
    }
}
