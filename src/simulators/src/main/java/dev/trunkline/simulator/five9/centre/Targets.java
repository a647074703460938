package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.util.Optional;

/** Whom a transfer or a conference is to bring in (sheet 4). On the lane. */
final class Targets {
    private final Room room;
    private final Dialling dialling;

    Targets(Room room, Dialling dialling) {
        this.room = room;
        this.dialling = dialling;
    }

    /** @param number of nobody in the house, or his station's @param colleague empty if he is outside */
    record Target(String number, Optional<Agent> colleague) {
        static Target outside(String number) {
            return new Target(number, Optional.empty());
        }
    }

    Target number(Agent agent, String written, boolean skipsDoNotCall) {
        String number = dialling.number(written);
        Optional<Agent> colleague = dialling.colleague(number);
        if (colleague.isPresent()) {
            return new Target(number, Optional.of(available(agent, colleague)));
        }
        dialling.doNotCall(agent, number, skipsDoNotCall);
        if (room.staff().farEnd(number) == FarEnd.INVALID_NUMBER) {
            throw VccException.refused(Reason.NUMBER, "Invalid number " + number);
        }
        return Target.outside(number);
    }

    private static Agent available(Agent agent, Optional<Agent> colleague) {
        return colleague
                .filter(one -> one != agent && one.free())
                .orElseThrow(() -> VccException.refused(Reason.CALL, "Agent is not available"));
    }

    Target agent(Agent agent, Body body) {
        Agent colleague = available(agent, room.staff().byId(named(body, "agentId")));
        return new Target(colleague.stationId(), Optional.of(colleague));
    }

    /** Of what no source shows is taken from where one might put it, unless bodies are strict. */
    private String named(Body body, String name) {
        boolean lenient = !room.rules().calls().strictBodies() && !body.has(name) && body.has("destination");
        return lenient ? body.part("destination").needed(name) : body.needed(name);
    }

    Target skill(Body body) {
        String id = named(body, "skillId");
        if (!Catalogue.isSkill(id)) {
            throw VccException.notFound("Skill " + id);
        }
        return Target.outside("skill " + id);
    }

    Target campaign(Body body) {
        String id = body.needed("campaignId");
        boolean takes = room.catalogue()
                .campaign(id)
                .filter(one -> one.inbound() && one.running())
                .isPresent();
        if (!takes) {
            throw VccException.refused(Reason.CAMPAIGN, "Campaign " + id + " cannot receive calls");
        }
        return Target.outside("campaign " + id);
    }

    Target speedDial(Body body) {
        String id = named(body, "speedDialId");
        return Target.outside(Catalogue.speedDial(id).orElseThrow(() -> VccException.notFound("Speed dial " + id)));
    }
}
