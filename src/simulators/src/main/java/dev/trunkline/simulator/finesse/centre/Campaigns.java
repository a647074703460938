package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The campaigns to the rest of Finesse: every method may be called from any thread and is done on the lane. */
public final class Campaigns {
    private final Lane lane;
    private final Directory directory;
    private final Rules rules;
    private final Calls calls;
    private final Dialer dialer;
    private final CampaignBooks books;

    Campaigns(Lane lane, Room room, Dialer dialer, CampaignBooks books) {
        this.lane = lane;
        directory = room.directory();
        rules = room.rules();
        calls = room.calls();
        this.dialer = dialer;
        this.books = books;
    }

    /** Reserves the agent and offers him the record, or has the customer called for him first. */
    public OfferEntry offer(Offer offer) {
        return lane.ask(() -> {
            CampaignMode mode = mode(offer);
            checkNumber(offer, mode);
            CampaignRecord record = new CampaignRecord(books.nextRecord(), freeAgent(offer), offer, mode, rules);
            books.add(record);
            dialer.offer(record);
            return record.entry();
        });
    }

    private static CampaignMode mode(Offer offer) {
        CampaignMode mode = CampaignMode.of(offer.mode())
                .orElseThrow(() -> new RefusedException(
                        400,
                        "Finesse has no campaigns of mode '" + offer.mode()
                                + "'; it has preview, directpreview, progressive, predictive and callback."));
        if (offer.personal() && mode != CampaignMode.CALLBACK) {
            throw new RefusedException(400, "Only a callback can be personal.");
        }
        if (offer.timeZone() != null && !CampaignRecord.isTimeZone(offer.timeZone())) {
            throw new RefusedException(400, "timeZone must be signed minutes from GMT, as +00330.");
        }
        return mode;
    }

    private static void checkNumber(Offer offer, CampaignMode mode) {
        if (offer.number().isEmpty() && mode.callsFirst()) {
            throw new RefusedException(
                    400, "A " + mode.word() + " record needs a number: the customer is called first.");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(offer.number())) {
            throw new RefusedException(400, "The number must be ASCII.");
        }
    }

    /** The dialer takes agents who wait for work, nobody else. */
    private Agent freeAgent(Offer offer) {
        Agent agent = Optional.ofNullable(offer.agent())
                .flatMap(directory::find)
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + offer.agent() + "'."));
        if (agent.state() != AgentState.READY || !agent.dialogs().isEmpty()) {
            throw new RefusedException(
                    409, agent.id() + " is " + agent.state() + "; the dialer reserves only who is READY.");
        }
        return agent;
    }

    public void withdraw(String id) {
        lane.ask(() -> {
            CampaignRecord record = books.find(id)
                    .orElseThrow(() ->
                            new RefusedException(404, "There is no offer " + id + "; GET /platforms/finesse/offers."));
            dialer.withdraw(record);
            return record;
        });
    }

    /** Whatever is offered to this agent now is so no more. */
    public void withdrawFrom(String agentId) {
        lane.run(() ->
                directory.find(agentId).ifPresent(agent -> books.openOf(agent).forEach(dialer::withdraw)));
    }

    /** How the customer behaves to whom this reservation leads; somebody who answers, if it is none. */
    public FarEnd farEnd(String reservationId) {
        return lane.ask(() -> calls.find(reservationId)
                .filter(Call::reservation)
                .flatMap(Call::leg)
                .map(leg -> FarEnd.of(leg.record().number()))
                .orElse(FarEnd.ANSWERS));
    }

    public List<OfferEntry> offers() {
        return lane.ask(books::offers);
    }

    public List<CallbackEntry> callbacks() {
        return lane.ask(books::callbacks);
    }
}
