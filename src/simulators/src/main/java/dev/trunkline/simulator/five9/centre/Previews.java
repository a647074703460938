package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.five9.centre.CallRules.PreviewTimeout;
import dev.trunkline.simulator.five9.centre.VccException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of campaigns: previews, which an agent takes and has called, and calls that come with their customer (sheet 4.1). On the lane. */
public final class Previews {
    private static final String PREVIEW = "preview";
    private static final Set<String> MODES = Set.of(PREVIEW, "progressive", "power", "predictive");

    private final Room room;
    private final CallFlow flow;
    private final Dialling dialling;
    private final List<Preview> books = new ArrayList<>();

    Previews(Room room, CallFlow flow, Dialling dialling) {
        this.room = room;
        this.flow = flow;
        this.dialling = dialling;
    }

    // ---- for the control plane

    OfferEntry offer(Offer offer) {
        Agent agent = room.staff()
                .find(String.valueOf(offer.agent()))
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + offer.agent() + "'."));
        if (!MODES.contains(offer.mode())) {
            throw new RefusedException(400, "A mode '" + offer.mode() + "' there is not, there are " + MODES + ".");
        }
        if (offer.number().isEmpty() && !offer.mode().equals(PREVIEW)) {
            throw new RefusedException(400, "Only a preview may be without a number.");
        }
        if (!agent.free() || !agent.presence().readyForCalls() || !shown(agent).isEmpty()) {
            throw new RefusedException(
                    409, agent.name() + " is not ready for calls, or has one; offers come to who is ready.");
        }
        Campaign campaign = room.catalogue().campaigns().get(1);
        Preview preview = new Preview(agent, offer.number(), offer.mode(), campaign);
        books.add(preview);
        if (offer.mode().equals(PREVIEW)) {
            show(preview);
        } else {
            deliver(preview);
        }
        return preview.entry();
    }

    private void show(Preview preview) {
        preview.show(true);
        room.publisher().preview(preview, 8);
        room.publisher().preview(preview, 2);
        wait(preview);
    }

    private void wait(Preview preview) {
        room.previews().next(preview, room.timing().offer(), () -> {
            if (room.rules().calls().previewTimeout() == PreviewTimeout.DIALS) {
                call(preview, preview.number());
            } else {
                end(preview, Preview.State.WITHDRAWN);
            }
        });
    }

    /** The customer was called first: the connected call comes in. */
    private void deliver(Preview preview) {
        Call call = Call.incoming(preview.agent(), CallType.OUTBOUND, preview.number(), preview.campaign());
        call.comesFrom(preview);
        preview.call(call);
        preview.become(Preview.State.ACCEPTED);
        room.calls().place(call);
        room.publisher().created(call);
        room.progress().next(call, room.timing().ring(), () -> flow.answer(call));
    }

    void withdraw(String id) {
        Preview preview = books.stream()
                .filter(one -> one.id().equals(id))
                .filter(one -> one.state() == Preview.State.OFFERED)
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "There is no open offer " + id + "."));
        end(preview, Preview.State.WITHDRAWN);
    }

    List<OfferEntry> entries() {
        return books.stream().map(Preview::entry).toList();
    }

    void clear() {
        books.forEach(preview -> {
            if (preview.shown()) {
                end(preview, Preview.State.WITHDRAWN);
            }
        });
        books.clear();
    }

    // ---- for the agent

    private List<Preview> shown(Agent agent) {
        return books.stream().filter(one -> one.agent() == agent && one.shown()).toList();
    }

    public List<Map<String, Object>> all(Agent agent) {
        return shown(agent).stream().map(Preview::payload).toList();
    }

    public Map<String, Object> one(Agent agent, String id) {
        return find(agent, id).payload();
    }

    private Preview find(Agent agent, String id) {
        return shown(agent).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> VccException.notFound("Preview " + id));
    }

    /** The number may be another of the same record. */
    public void call(Agent agent, String id, Body body) {
        Preview preview = find(agent, id);
        agent.permissions().need(Permissions.CALL_OUTSIDE);
        boolean needed = room.rules().calls().strictBodies() || preview.number().isEmpty();
        String said = needed ? body.object().needed("number") : body.object().text("number");
        if (preview.state() != Preview.State.OFFERED) {
            throw VccException.refused(Reason.CALL, "Improper preview state " + preview.state());
        }
        dialling.check(agent);
        String number = dialling.number(said.isEmpty() ? preview.number() : said);
        if (room.staff().farEnd(number) == FarEnd.INVALID_NUMBER) {
            throw VccException.refused(Reason.NUMBER, "Invalid number " + number);
        }
        call(preview, number);
    }

    private void call(Preview preview, String number) {
        room.previews().cancel(preview);
        Call call = Call.outgoing(preview.agent(), CallType.PREVIEW, number, preview.campaign(), flow.first());
        call.comesFrom(preview);
        preview.call(call);
        preview.become(Preview.State.ACCEPTED);
        room.publisher().preview(preview, 10);
        dialling.place(call, Optional.empty());
    }

    /** Skipped, with a disposition. */
    public void dispose(Agent agent, String id, Body body) {
        Preview preview = find(agent, id);
        String with = body.object().needed("dispositionId");
        body.number("timeout");
        if (Catalogue.disposition(with, true).isEmpty()) {
            throw VccException.refused(Reason.DISPOSITION, "Disposition " + with + " is not available");
        }
        needNoCall(preview);
        end(preview, Preview.State.SKIPPED);
    }

    /** What its call is about cannot go before it. */
    private static void needNoCall(Preview preview) {
        if (preview.call().filter(call -> call.state() != CallState.FINISHED).isPresent()) {
            throw VccException.refused(Reason.CALL, "Preview has a call");
        }
    }

    /** @param how closed, or rejected */
    private void close(Agent agent, String id, Preview.State how) {
        Preview preview = find(agent, id);
        needNoCall(preview);
        end(preview, how);
    }

    public void end(Agent agent, String id) {
        close(agent, id, Preview.State.CLOSED);
    }

    public void reject(Agent agent, String id) {
        close(agent, id, Preview.State.REJECTED);
    }

    /** As at the beginning; the call that was about it is closed. */
    public void renew(Agent agent, String id) {
        Preview preview = find(agent, id);
        if (preview.state() == Preview.State.ACCEPTED) {
            throw VccException.refused(Reason.CALL, "Preview has a call");
        }
        preview.call().filter(call -> call.state() == CallState.WRAP_UP).ifPresent(flow::finish);
        preview.become(Preview.State.OFFERED);
        room.publisher().preview(preview, 10);
        wait(preview);
    }

    private void end(Preview preview, Preview.State how) {
        room.previews().cancel(preview);
        preview.become(how);
        if (preview.shown()) {
            preview.show(false);
            room.publisher().preview(preview, 9);
        }
    }

    /** Its call is closed, and it with it. */
    void callClosed(Call call) {
        Preview preview = call.preview().orElseThrow();
        if (preview.shown()) {
            end(preview, Preview.State.CLOSED);
        }
    }
}
