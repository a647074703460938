package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.five9.centre.DialRules.DialErrors;
import dev.trunkline.simulator.five9.centre.DialRules.Ending;
import dev.trunkline.simulator.five9.centre.DialRules.Failure;
import dev.trunkline.simulator.five9.centre.DialRules.MultipleContacts;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How agents make calls (sheet 3). On the lane. */
public final class Dialling {
    private static final int NATIONAL = 10;

    private final Room room;
    private final CallFlow flow;
    private final DialRules rules;

    Dialling(Room room, CallFlow flow) {
        this.room = room;
        this.flow = flow;
        rules = room.rules().dial();
    }

    /** Accepted, which says nothing of a call yet. @return the call, if one was made at once */
    public Optional<Map<String, Object>> external(Agent agent, Body body) {
        return external(agent, Dial.of(body.object()));
    }

    Optional<Map<String, Object>> external(Agent agent, Dial dial) {
        try {
            agent.permissions().need(Permissions.CALL_OUTSIDE);
            return placed(agent, dial);
        } catch (VccException refusal) {
            boolean words = refusal.status() == VccException.STATUS && rules.dialErrors() == DialErrors.MESSAGES;
            throw words ? refusal.withoutCodes() : refusal;
        }
    }

    private Optional<Map<String, Object>> placed(Agent agent, Dial dial) {
        Campaign campaign = campaign(dial.campaignId());
        check(agent);
        String number = number(dial.number());
        doNotCall(agent, number, dial.skipDncCheck());
        if (shared(dial, number)) {
            room.publisher().agent(agent, 74, choice(dial, number));
            return Optional.empty();
        }
        Optional<Runnable> failure = failure(agent, dial, number);
        if (failure.isPresent()) {
            failure.get().run();
            return Optional.empty();
        }
        Call call = Call.outgoing(agent, CallType.MANUAL, number, campaign, flow.first());
        call.comesFrom(dial.callbackId());
        place(call, colleague(number));
        return Optional.of(room.publisher().info(call));
    }

    /** At whose station this number rings. */
    Optional<Agent> colleague(String number) {
        return rules.extensionsRing() ? room.staff().ownerOf(number) : Optional.empty();
    }

    /** Stands in the books, and goes its way: outside, or to a colleague, who is engaged if he cannot take it. */
    void place(Call call, Optional<Agent> colleague) {
        room.calls().place(call);
        remember(call);
        if (colleague.isPresent() && (!colleague.get().free() || colleague.get() == call.agent())) {
            call.meets(FarEnd.BUSY);
        } else if (colleague.isPresent()) {
            call.meets(FarEnd.ANSWERS);
            call.join(room.calls()
                    .add(Call.incoming(
                            colleague.get(), CallType.AGENT, call.agent().stationId(), null)));
        }
        flow.begin(call);
        call.peer().ifPresent(flow::offer);
    }

    /** To a colleague by his id (sheet 3.3). */
    public void agent(Agent agent, Body body) {
        agent.permissions().need(Permissions.CALL_AGENT);
        check(agent);
        Agent colleague = room.staff()
                .byId(body.object().needed("agentId"))
                .filter(one -> one != agent && one.free())
                .orElseThrow(() -> VccException.refused(Reason.CALL, "Agent is not available"));
        place(Call.outgoing(agent, CallType.AGENT, colleague.stationId(), null, flow.first()), Optional.of(colleague));
    }

    /** To a number of the domain's list (sheet 3.3). */
    public void speedDial(Agent agent, Body body) {
        agent.permissions().need(Permissions.CALL_SPEED_DIAL);
        String id = body.object().needed("speedDialId");
        String number = Catalogue.speedDial(id).orElseThrow(() -> VccException.notFound("Speed dial " + id));
        placed(agent, new Dial(number, body.text("campaignId"), true, false, null));
    }

    /** By a GET that has an effect (sheet 3.3). @param atOnce or only after the agent has said yes */
    public void click(Agent agent, Dial dial, boolean atOnce) {
        Map<String, Object> request = Map.of("number", dial.number(), "campaignId", dial.campaignId());
        try {
            agent.permissions().need(Permissions.CALL_OUTSIDE);
            number(dial.number());
            room.publisher().agent(agent, 74, request);
            if (atOnce) {
                placed(agent, dial);
            }
        } catch (VccException refusal) {
            room.publisher().agent(agent, 75, request);
            throw refusal;
        }
    }

    private static void remember(Call call) {
        call.variables()
                .put(Catalogue.ANI_VARIABLE, call.campaign().map(Campaign::ani).orElse(""));
        call.variables().put(Catalogue.NUMBER_VARIABLE, call.number());
        call.variables()
                .put(
                        Catalogue.CALL_ID_VARIABLE,
                        Long.toString(300_000_000_000_000L + call.placedAt().toEpochMilli() % 1_000_000_000L));
    }

    /** Null for none, where the domain allows that. */
    private Campaign campaign(String id) {
        if (id.isEmpty()) {
            if (rules.campaignNeeded()) {
                throw VccException.refused(Reason.CAMPAIGN, "Campaign is not specified");
            }
            return null;
        }
        Campaign campaign = room.catalogue()
                .campaign(id)
                .orElseThrow(() -> VccException.refused(Reason.CAMPAIGN, "Campaign " + id + " is not found"));
        if (campaign.inbound() || !campaign.running()) {
            throw VccException.refused(Reason.CAMPAIGN, "Campaign " + id + " is not available for manual calls");
        }
        return campaign;
    }

    /** Whether he can have a call made at all. */
    void check(Agent agent) {
        if (!agent.station().speaks() && !rules.emptyStationDials()) {
            throw VccException.refused(Reason.STATION, "Station is not connected");
        }
        if (!agent.calls().isEmpty()) {
            boolean talks = agent.calls().stream().anyMatch(call -> call.state().live());
            throw VccException.refused(
                    Reason.CALL, talks ? "Agent is on another call" : "Disposition of the last call is not set");
        }
        if (rules.dialNeedsReady() && !agent.presence().readyForCalls()) {
            throw VccException.refused(Reason.PRESENCE, "Agent is not ready");
        }
    }

    /** As it is dialled. */
    String number(String written) {
        String number = written.replaceAll("[ ().-]", "");
        if (!rules.numbers().takes(number)) {
            throw VccException.refused(Reason.NUMBER, "Invalid number format");
        }
        return number;
    }

    /** The last ten digits name a line. */
    private static boolean among(Set<String> numbers, String number) {
        String digits = number.replaceAll("[^0-9]", "");
        String line = digits.substring(Math.max(0, digits.length() - NATIONAL));
        return numbers.contains(line) || numbers.contains(number);
    }

    /** What may be called in spite of the list needs a permission. */
    void doNotCall(Agent agent, String number, boolean skipped) {
        if (among(rules.doNotCall(), number)) {
            if (!skipped) {
                throw VccException.refused(Reason.DNC, "Number is in the do-not-call list");
            }
            agent.permissions().need(Permissions.DIAL_DNC);
        }
    }

    private boolean shared(Dial dial, String number) {
        boolean several = dial.checkMultipleContacts()
                && (rules.sharedNumbers().isEmpty() || among(rules.sharedNumbers(), number));
        if (several && rules.multipleContacts() == MultipleContacts.REFUSE) {
            throw VccException.refused(Reason.CONTACT, "Multiple contacts match the number");
        }
        return several && rules.multipleContacts() == MultipleContacts.ASK;
    }

    private static Map<String, Object> choice(Dial dial, String number) {
        return Map.of(
                "number",
                number,
                "campaignId",
                dial.campaignId(),
                "contacts",
                List.of(Preview.contact(number), Map.of("id", "9002", "fields", Map.of("101", number, "114", "Bea"))));
    }

    /** How a dial fails that was accepted (sheet 3.2). Empty if there will be a call. */
    private Optional<Runnable> failure(Agent agent, Dial dial, String number) {
        return switch (room.staff().farEnd(number)) {
            case INVALID_NUMBER -> {
                if (rules.invalidNumber() == Failure.REFUSED) {
                    throw VccException.refused(Reason.NUMBER, "Invalid number " + number);
                }
                yield Optional.of(failing(
                        agent, dial, "INVALID_NUMBER", 404, room.timing().begin()));
            }
            case BUSY ->
                rules.busyEnds() == Ending.FAILED
                        ? Optional.of(
                                failing(agent, dial, "BUSY", 486, room.timing().busy()))
                        : Optional.empty();
            case REJECTS ->
                rules.rejects() == Ending.FAILED
                        ? Optional.of(failing(
                                agent, dial, "REJECTED", 603, room.timing().ring()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Runnable failing(Agent agent, Dial dial, String cause, int code, Duration after) {
        return () -> room.lane().after(after, () -> room.publisher().makeCallFailed(agent, dial, cause, code));
    }
}
