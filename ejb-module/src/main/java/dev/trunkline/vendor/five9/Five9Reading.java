package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Station;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the platform has of one agent now (sheet 5.6). @param calls the agent's own first, then others' parties */
record Five9Reading(Five9Agent agent, List<CallInfo> calls) {
    private static final Logger LOG = Logger.getLogger(Five9Reading.class.getName());
    /** An answer that only means that it is not told here. */
    private static final Set<Code> NOT_TOLD = Set.of(Code.CALL_NOT_FOUND, Code.FORBIDDEN, Code.PLATFORM_REJECTED);

    Five9Reading {
        calls = calls.stream()
                .sorted(Comparator.comparing(call -> !call.addressType().isEmpty()))
                .toList();
    }

    static Five9Reading of(Five9Client client, AgentSession agent, Five9Seat seat) {
        String state = Five9SignOn.goOn(client, agent, seat.resumes());
        if (!state.equals(Five9Agent.WORKING)) {
            return notWorking(client, agent, seat, state);
        }
        seat.resumed();
        String userId = client.userId(agent);
        Five9Agent stands =
                new Five9Agent(userId, agent.username(), state, extension(client, agent), client.presence(agent));
        return new Five9Reading(stands, client.calls(agent));
    }

    /** Whoever is held up in the middle of his work is not out: nothing can be known until he is let on. */
    private static Five9Reading notWorking(Five9Client client, AgentSession agent, Five9Seat seat, String state) {
        Five9Agent stands = Five9Agent.out(agent, client.userId(agent), state);
        boolean comesBack =
                stands.between() || seat.movedWithin(client.settings().idleAfter());
        if (seat.atWork() && comesBack) {
            throw new VendorException(Code.PLATFORM_UNAVAILABLE, "AGENT_SESSION_STATE: Five9 says " + state);
        }
        return new Five9Reading(stands, List.of());
    }

    /** In which form it tells a station is not confirmed (sheet 2.4): then the agent's own word stands. */
    static String extension(Five9Client client, AgentSession agent) {
        try {
            Station station = client.station(agent);
            if (!station.there()) {
                return "";
            }
            return station.id().isEmpty() ? agent.extension() : station.id();
        } catch (VendorException refused) {
            if (!NOT_TOLD.contains(refused.code())) {
                throw refused;
            }
            LOG.log(Level.FINE, refused, () -> "five9 " + agent.key() + ": the station is not told");
            return agent.extension();
        }
    }

    /** What things are called: without it there are ids in the place of names. */
    static void learn(Five9Client client, AgentSession agent, Five9Seat seat) {
        Five9Names names = seat.names();
        try {
            names.variables(client.variables(agent));
            names.reasons(client.notReadyReasons(agent));
            new Five9Dialling(client, agent, seat).usualCampaign();
        } catch (VendorException refused) {
            if (Five9ErrorMapper.isFinal(refused)) {
                throw refused;
            }
            LOG.log(Level.INFO, refused, () -> "five9 " + agent.key() + ": names could not be read");
        }
    }
}
