package dev.trunkline.simulator;

import java.util.List;
import java.util.Map;

/** One simulated platform, as the control plane sees it. A new platform implements this in a package of its own. */
public interface Platform extends AutoCloseable {
    /** The vendor's name in settings and paths, for example {@code finesse}. */
    String name();

    /** Opens the ports. */
    void start();

    /** Ends all calls, keeps the agents' sessions, clears books and faults. */
    void reset();

    /** Every call that the platform really created since the last reset. */
    List<BookEntry> books();

    /** Makes something go wrong; returns at once. */
    void inject(Fault fault);

    /** What the other party of a call does now: {@code answer} or {@code hangup}. */
    void farEnd(String callId, String action);

    /** Brings a record of a campaign to an agent. */
    default OfferEntry offer(Offer offer) {
        throw new RefusedException(501, "The simulated " + name() + " does not offer calls to agents yet.");
    }

    /** Takes an offer back that nobody has answered yet; known by its own id, its reservation's or its call's. */
    default void withdraw(String id) {
        throw new RefusedException(501, "The simulated " + name() + " does not offer calls to agents yet.");
    }

    /** Every record that was offered since the last reset. */
    default List<OfferEntry> offers() {
        return List.of();
    }

    /** Every callback that agents asked for since the last reset, cancelled ones too. */
    default List<CallbackEntry> callbacks() {
        return List.of();
    }

    /** What an agent gets who logs in by single sign-on, without the browser that this takes. */
    default Map<String, Object> issueToken(String agent) {
        throw new RefusedException(501, "The simulated " + name() + " gives no tokens here.");
    }

    /** Addresses and settings, for people. */
    Map<String, Object> description();

    /** The agents' open event streams. */
    List<SessionEntry> sessions();

    /** The last messages to an agent since the last reset, as they stood on the wire, the newest last. */
    default List<String> told(String agent) {
        return List.of();
    }

    /** How often each kind of request arrived since the last reset. */
    Map<String, Long> requests();

    @Override
    void close();
}
