package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.webexcc.centre.DeskRules.LogoutWithCalls;
import dev.trunkline.simulator.webexcc.centre.DeskRules.RonaState;
import dev.trunkline.simulator.webexcc.centre.DeskRules.SecondLogin;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How agents log in at a station and say whether they can be called (sheet 2.4, 2.5). On the lane. */
public final class Desk {
    private static final String LOGIN = "StationLogin";
    private static final String LOGOUT = "Logout";
    private static final String STATE = "AgentStateChange";
    private static final String DISCONNECTED = "agent-wss-disconnect";
    private static final Set<String> ROLES = Set.of("agent", "supervisor");
    /** The numbers of these words are guessed. */
    private static final Reason SESSION_EXISTS = new Reason("AGENT_SESSION_ALREADY_EXISTS", 1039);

    private static final Reason DUPLICATE = new Reason("DUPLICATE_LOCATION", 1005);
    private static final Reason HAS_CONTACTS = new Reason("AGENT_HAS_ASSIGNED_CONTACTS", 1007);
    private static final Reason UNKNOWN_CODE = new Reason("INVALID_AUX_CODE", 1009);

    private final Room room;
    private final DeskRules rules;
    private final Publisher publisher;
    private final Consumer<Agent> endAll;

    /** @param endAll ends all that an agent has */
    Desk(Room room, Consumer<Agent> endAll) {
        this.room = room;
        this.endAll = endAll;
        rules = room.rules().desk();
        publisher = room.publisher();
    }

    // ---- what agents ask for

    public void logIn(Agent agent, Body body) {
        String number = body.required("dialNumber", Limits.DIAL_NUMBER);
        List<String> roles = roles(body);
        String team = body.required("teamId", Limits.ID);
        if (!team.equals(Catalogue.TEAM.id())) {
            throw ApiErrorException.invalid("teamId", "The agent is not of this team.");
        }
        String type = body.required("deviceType", Limits.ID);
        if (!Station.TYPES.contains(type)) {
            throw ApiErrorException.invalid("deviceType", "deviceType must be one of " + Station.TYPES + ".");
        }
        body.flag("isExtension", false);
        String device = body.text("deviceId", Limits.DIAL_NUMBER);
        if (agent.station().isPresent() && rules.secondLogin() == SecondLogin.FAILED) {
            publisher.deskFailed(agent, LOGIN, "AgentStationLoginFailed", SESSION_EXISTS);
        } else if (room.staff().at(number).filter(other -> other != agent).isPresent()) {
            publisher.deskFailed(agent, LOGIN, "AgentStationLoginFailed", DUPLICATE);
        } else {
            agent.logIn(new Station.Login(number, type, device.isEmpty() ? number : device, team, roles));
            publisher.desk(agent, LOGIN, "AgentStationLoginSuccess", publisher.device(agent, station(agent)));
            publisher.registered(agent, number);
        }
    }

    private static List<String> roles(Body body) {
        List<String> roles = body.texts("roles");
        if (roles.isEmpty()) {
            throw ApiErrorException.missing("roles");
        }
        if (!roles.stream().allMatch(role -> ROLES.contains(role.toLowerCase(Locale.ROOT)))) {
            throw ApiErrorException.invalid("roles", "roles must be of " + ROLES + ".");
        }
        return roles;
    }

    private static Station station(Agent agent) {
        return agent.station().orElseThrow();
    }

    public void logOut(Agent agent, Body body) {
        body.required("logoutReason", Limits.REASON);
        himself(agent, body);
        if (agent.station().isEmpty()) {
            publisher.deskFailed(agent, LOGOUT, "AgentLogoutFailed", Reason.NO_SESSION);
        } else if (agent.engaged() && rules.logoutWithCalls() == LogoutWithCalls.REFUSED) {
            publisher.deskFailed(agent, LOGOUT, "AgentLogoutFailed", HAS_CONTACTS);
        } else {
            endAll.accept(agent);
            loggedOut(agent, Map.of());
        }
    }

    /** To do it for somebody else takes a supervisor. */
    private static void himself(Agent agent, Body body) {
        String id = body.text("agentId", Limits.ID);
        if (!id.isEmpty() && !id.equals(agent.id())) {
            throw ApiErrorException.forbidden("Only a supervisor may do this for another agent.");
        }
    }

    private void loggedOut(Agent agent, Map<String, String> by) {
        Map<String, Object> more = agent.station().map(publisher::station).orElseGet(LinkedHashMap::new);
        more.put("status", "LoggedOut");
        more.put("subStatus", "Idle");
        more.putAll(by);
        agent.logOut();
        publisher.desk(agent, LOGOUT, "AgentLogoutSuccess", more);
    }

    public void changeState(Agent agent, Body body) {
        String state = body.required("state", Limits.ID);
        String code = body.required("auxCodeId", Limits.ID);
        String reason = body.text("lastStateChangeReason", Limits.REASON);
        himself(agent, body);
        boolean available = state.equals(Station.AVAILABLE);
        if (!available && !state.equals(Station.IDLE)) {
            throw ApiErrorException.invalid("state", "state must be Available or Idle.");
        }
        boolean known = available
                ? code.equals(Catalogue.AVAILABLE)
                : Catalogue.code(code, Catalogue.IDLE).isPresent();
        if (room.faults().active("no-session", agent.name())) {
            agent.logOut();
        }
        if (agent.station().isEmpty()) {
            publisher.deskFailed(agent, STATE, "AgentStateChangeFailed", Reason.NO_SESSION);
        } else if (!known) {
            publisher.deskFailed(agent, STATE, "AgentStateChangeFailed", UNKNOWN_CODE);
        } else {
            become(agent, state, code, reason, agent.fullName());
        }
    }

    private void become(Agent agent, String state, String code, String reason, String by) {
        Station station = station(agent);
        station.become(state, code, reason);
        Map<String, Object> more = publisher.station(station);
        more.put("changedBy", by);
        more.put("changedById", by.equals(agent.fullName()) ? agent.id() : Ids.of("user", by));
        more.put("changedByName", by);
        more.put("lastStateChangeReason", reason);
        if (rules.channelStates()) {
            more.put("agentChannelStateDetailMap", channels(station));
            publisher.desk(agent, STATE, "AgentChannelStateChanged", more);
        } else {
            publisher.desk(agent, STATE, "AgentStateChangeSuccess", more);
        }
    }

    private static Map<String, Object> channels(Station station) {
        return Map.of(
                "telephony",
                Map.of(
                        "channelId", station.channelId(),
                        "agentState", station.subStatus(),
                        "auxCodeId", station.auxCodeId()));
    }

    /** What he is and has, told anew, also that of which nobody was told (sheet 5.5). */
    public void reload(Agent agent) {
        if (agent.station().isEmpty()) {
            publisher.deskFailed(agent, "AgentReloginFailed", "AgentReloginFailed", Reason.NO_SESSION);
            return;
        }
        Station station = station(agent);
        Map<String, Object> more = publisher.device(agent, station);
        more.put("lastStateChangeReason", station.reason());
        String type = "AgentReloginSuccess";
        if (rules.channelStates()) {
            type = "AgentChannelReloginSuccess";
            more.put("agentChannelStateDetailMap", channels(station));
        }
        publisher.desk(agent, type, type, more);
        agent.tasks().forEach(task -> {
            task.silence(false);
            publisher.contact(agent, "AgentContact", task);
        });
    }

    /** Colleagues whom one may ask or send somebody to. */
    public void buddies(Agent agent, Body body) {
        body.required("agentProfileId", Limits.ID);
        body.required("mediaType", Limits.ID);
        String state = body.text("state", Limits.ID);
        List<Map<String, String>> list = room.staff().all().stream()
                .filter(one -> one != agent && one.station().isPresent())
                .filter(one -> state.isEmpty() || station(one).subStatus().equals(state))
                .map(one -> Map.of(
                        "agentId", one.id(),
                        "agentName", one.fullName(),
                        "state", station(one).subStatus(),
                        "teamId", Catalogue.TEAM.id(),
                        "dn", station(one).login().dialNumber(),
                        "siteId", Catalogue.SITE.id()))
                .toList();
        publisher.desk(agent, "BuddyAgents", "BuddyAgents", Map.of("agentList", list));
    }

    // ---- what happens by itself

    /** His last socket is gone (sheet 2.5). */
    public void disconnected(Agent agent) {
        boolean idles = agent.available() ? rules.idleOnDisconnect() : rules.disconnectMarksIdle();
        if (agent.station().isPresent() && idles) {
            Station station = station(agent);
            String code = station.available() ? Catalogue.usual(Catalogue.IDLE).id() : station.auxCodeId();
            become(agent, Station.IDLE, code, DISCONNECTED, "System");
        }
        Duration survives = rules.sessionSurvives();
        if (!survives.isZero()) {
            Station before = agent.station().orElse(null);
            room.lane().after(survives, () -> {
                if (agent.station().orElse(null) == before
                        && !publisher.notifier().listens(agent)) {
                    agent.logOut();
                }
            });
        }
    }

    /** The profile says what an agent is after a call of his, unless he has said so himself meanwhile. */
    void afterContact(Agent agent, Task task) {
        boolean untouched = agent.station()
                .filter(station -> station.changedAt() <= task.placedAt().toEpochMilli())
                .isPresent();
        if (agent.engaged() || !untouched || task.call().placer() != agent) {
            return;
        }
        if (rules.availableAfterOutdial() && !agent.available()) {
            become(agent, Station.AVAILABLE, Catalogue.AVAILABLE, "", "System");
        } else if (!rules.availableAfterOutdial() && agent.available()) {
            idle(agent, Catalogue.usual(Catalogue.IDLE), "", "System");
        }
    }

    private void idle(Agent agent, Catalogue.Code code, String reason, String by) {
        become(agent, Station.IDLE, code.id(), reason, by);
    }

    /** He did not pick up. */
    void rona(Agent agent) {
        if (agent.station().isPresent()) {
            String state = rules.ronaState() == RonaState.RONA ? "RONA" : Station.IDLE;
            become(agent, state, Catalogue.ronaCode().id(), "RONA", "System");
        }
    }

    /** He turned a contact away. */
    void declined(Agent agent) {
        if (agent.station().isPresent()) {
            idle(agent, Catalogue.usual(Catalogue.IDLE), "USER_DECLINED", "System");
        }
    }

    // ---- what others do to him

    /** A supervisor sets him Idle. */
    void idled(Agent agent) {
        if (agent.station().isPresent()) {
            idle(agent, Catalogue.usual(Catalogue.IDLE), "Supervisor", "Sue Supervisor");
        }
    }

    /** A supervisor logs him out, whatever he has. */
    void throwOut(Agent agent) {
        endAll.accept(agent);
        loggedOut(agent, Map.of("loggedOutBy", "Sue Supervisor"));
    }

    /** His session is gone, and nobody is told. */
    void vanish(Agent agent) {
        agent.logOut();
    }
}
