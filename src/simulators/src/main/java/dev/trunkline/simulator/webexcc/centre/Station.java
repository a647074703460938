package dev.trunkline.simulator.webexcc.centre;

import java.util.List;
import java.util.Set;

/** The session of an agent who has logged in at a telephone; it lives on the server, with sockets or without (sheet 2.3 to 2.5). On the lane. */
public final class Station {
    public static final String AVAILABLE = "Available";
    public static final String IDLE = "Idle";
    public static final String BROWSER = "BROWSER";
    static final Set<String> TYPES = Set.of("AGENT_DN", "EXTENSION", BROWSER);

    private final String sessionId = Ids.next();
    private final String channelId = Ids.next();
    private final Login login;
    private String subStatus = IDLE;
    private String auxCodeId = Catalogue.usual(Catalogue.IDLE).id();
    private String reason = "";
    private long changedAt = System.currentTimeMillis();
    private long idleCodeAt = changedAt;

    /** Where and as what he logged in. */
    public record Login(String dialNumber, String deviceType, String deviceId, String teamId, List<String> roles) {}

    Station(Login login) {
        this.login = login;
    }

    String sessionId() {
        return sessionId;
    }

    String channelId() {
        return channelId;
    }

    public Login login() {
        return login;
    }

    public String subStatus() {
        return subStatus;
    }

    String auxCodeId() {
        return auxCodeId;
    }

    /** Why the last change was made; empty if nobody said. */
    String reason() {
        return reason;
    }

    long changedAt() {
        return changedAt;
    }

    long idleCodeAt() {
        return idleCodeAt;
    }

    boolean available() {
        return subStatus.equals(AVAILABLE);
    }

    void become(String newStatus, String newCode, String why) {
        changedAt = System.currentTimeMillis();
        if (!newStatus.equals(AVAILABLE)) {
            idleCodeAt = changedAt;
        }
        subStatus = newStatus;
        auxCodeId = newCode;
        reason = why;
    }
}
