package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.five9.centre.DeskRules.AfterStart;
import dev.trunkline.simulator.five9.centre.Duty.State;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The beginning and the end of agents' work, their stations and their presence (sheet 2.3 to 2.6). On the lane. */
public final class Desk {
    private final Room room;
    private final DeskRules rules;

    Desk(Room room) {
        this.room = room;
        rules = room.rules().desk();
    }

    /** @param force takes over what has begun already @return whether others are to be thrown out */
    public boolean start(Agent agent, boolean force, Body body) {
        agent.permissions().need(Permissions.RUN);
        Station station = station(agent, body.object());
        State state = agent.duty().state();
        boolean begun = agent.duty().started();
        if (state == State.RELOGIN || state == State.ACCEPT_NOTICE && !begun) {
            throw VccException.loginState(state, "sessionStart", "SELECT_STATION");
        }
        if (begun && !force) {
            throw VccException.duplicateLogin(rules.duplicateLoginStatus());
        }
        agent.duty().start(rules.selectSkills());
        agent.sitAt(station);
        if (!begun) {
            boolean ready = rules.presenceAfterStart() == AfterStart.READY;
            agent.presence().become(ready ? Presence.State.READY : Presence.State.notReady("0"));
        }
        room.publisher().station(agent);
        room.publisher().loginState(agent);
        return begun && rules.forceKicks();
    }

    private Station station(Agent agent, Body body) {
        String word = body.needed("stationType");
        Station.Type type = Arrays.stream(Station.Type.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> VccException.malformed("There is no stationType '" + word + "'"));
        String id = body.text("stationId");
        if ((type == Station.Type.STATION || type == Station.Type.PSTN) && id.isEmpty()) {
            throw VccException.malformed("'stationId' is missing");
        }
        if (type == Station.Type.STATION) {
            check(agent, id);
        }
        return new Station(type, type == Station.Type.EMPTY ? "" : id);
    }

    private void check(Agent agent, String id) {
        if (room.staff().ownerOf(id).isEmpty()) {
            throw VccException.refused(Reason.STATION, "Station " + id + " is not found");
        }
        boolean taken = room.staff().all().stream()
                .anyMatch(other -> other != agent
                        && other.duty().started()
                        && other.station().equals(new Station(Station.Type.STATION, id)));
        if (taken) {
            throw VccException.refused(Reason.STATION, "Station " + id + " is used by another user");
        }
    }

    /** After a move of the domain (sheet 2.3). */
    public void restart(Agent agent) {
        if (agent.duty().state() != State.RELOGIN) {
            throw VccException.loginState(agent.duty().state(), "sessionRestart", "RELOGIN");
        }
        agent.duty().beginAgain(false);
        room.publisher().loginState(agent);
    }

    /** He is no agent any more until he begins again. */
    public void stop(Agent agent) {
        boolean was = agent.duty().started();
        agent.duty().stop();
        agent.sitAt(Station.NONE);
        agent.presence().become(Presence.State.notReady("0"));
        if (was) {
            room.publisher().loginState(agent);
        }
    }

    public boolean mayStop(Agent agent) {
        return agent.calls().isEmpty();
    }

    public List<Map<String, Object>> notices(Agent agent) {
        return agent.duty().notices();
    }

    public Map<String, Object> accept(Agent agent, String notice) {
        State before = agent.duty().state();
        Map<String, Object> accepted = agent.duty().accept(notice);
        tellIfOther(agent, before);
        return accepted;
    }

    private void tellIfOther(Agent agent, State before) {
        if (agent.duty().state() != before) {
            room.publisher().loginState(agent);
        }
    }

    /** @param body an array of {@code {"id":…}} */
    public void chooseSkills(Agent agent, Body body) {
        boolean wrong = !body.json().isArray();
        for (var skill : body.json()) {
            wrong |= !Catalogue.isSkill(skill.path("id").asText());
        }
        if (wrong && room.rules().calls().strictBodies()) {
            throw VccException.malformed("Skills must be an array of {\"id\":\"…\"}");
        }
        State before = agent.duty().state();
        if (!wrong) {
            agent.duty().activate(body.json().findValuesAsText("id"));
        }
        agent.duty().chooseSkills(false);
        tellIfOther(agent, before);
    }

    public Map<String, Object> station(Agent agent) {
        return agent.station().shown();
    }

    public String stationState() {
        return Station.STATE;
    }

    public void restartStation(Agent agent) {
        agent.findStation();
        room.publisher().station(agent);
    }

    public Map<String, Object> presence(Agent agent) {
        return agent.presence().shown();
    }

    /** A change during a call waits for its end, where that is so. */
    public int choose(Agent agent, Body body) {
        Body wanted = body.object().part("currentState");
        List<String> channels = wanted.texts("readyChannels");
        String reason = wanted.text("notReadyReasonCodeId");
        if (channels.isEmpty() && !reason.isEmpty() && !reason.equals("0") && !Catalogue.mayChoose(reason)) {
            throw VccException.refused(Reason.PRESENCE, "Reason code " + reason + " cannot be selected");
        }
        Presence.State next = channels.isEmpty()
                ? Presence.State.notReady(reason.isEmpty() ? "0" : reason)
                : new Presence.State(List.copyOf(channels), "0");
        if (!agent.calls().isEmpty() && rules.presencePends()) {
            agent.presence().wait(next);
        } else {
            agent.presence().become(next);
        }
        room.publisher().presence(agent);
        return rules.presenceStatus();
    }

    /** One call of his is no more. */
    void callOver(Agent agent) {
        if (agent.calls().isEmpty()) {
            agent.presence().pending().ifPresent(next -> {
                agent.presence().become(next);
                room.publisher().presence(agent);
            });
        }
    }

    // ---- what goes wrong

    void notReady(Agent agent) {
        agent.presence().become(Presence.State.notReady("204"));
        room.publisher().presence(agent);
    }

    void post(Agent agent, String annotation) {
        agent.duty().post(annotation);
        room.publisher().loginState(agent);
    }

    void askForSkills(Agent agent) {
        if (agent.duty().started()) {
            agent.duty().chooseSkills(true);
            room.publisher().loginState(agent);
        }
    }

    void askAgain(Agent agent) {
        agent.duty().beginAgain(true);
        room.publisher().loginState(agent);
    }

    void loseStation(Agent agent) {
        agent.loseStation();
        room.publisher().stationNeedsRestart(agent);
    }
}
