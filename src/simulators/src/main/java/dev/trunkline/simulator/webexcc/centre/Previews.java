package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.webexcc.centre.CallRules.Previewing;
import dev.trunkline.simulator.webexcc.centre.CallRules.Told;
import dev.trunkline.simulator.webexcc.centre.DialRules.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records of campaigns: previews, which an agent takes and has called, and calls that come with their customer (sheet 4.1). On the lane. */
public final class Previews {
    private static final String PREVIEW = "preview";
    private static final String DIRECT = "directpreview";
    private static final List<String> MODES = List.of(PREVIEW, DIRECT, "progressive", "predictive");
    /** Guessed. */
    private static final Reason NOT_OFFERED = new Reason("PREVIEW_TASK_NOT_FOUND", 1050);

    private static final Reason DISABLED = new Reason("PREVIEW_ACTION_DISABLED", 1051);

    private final Room room;
    private final CallFlow flow;
    private final Publisher publisher;
    private final Previewing rules;
    private final List<Preview> books = new ArrayList<>();

    Previews(Room room, CallFlow flow) {
        this.room = room;
        this.flow = flow;
        publisher = room.publisher();
        rules = room.rules().calls().previewing();
    }

    // ---- for the control plane

    OfferEntry offer(Offer offer) {
        Agent agent = room.staff()
                .find(String.valueOf(offer.agent()))
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + offer.agent() + "'."));
        if (!MODES.contains(offer.mode())) {
            throw new RefusedException(400, "A mode '" + offer.mode() + "' there is not, there are " + MODES + ".");
        }
        if (offer.number().isEmpty()) {
            throw new RefusedException(400, "A record needs a number.");
        }
        if (!agent.available() || agent.engaged()) {
            throw new RefusedException(
                    400, agent.name() + " is not Available, or has a contact; offers come to who is free.");
        }
        boolean shown = offer.mode().equals(PREVIEW) || offer.mode().equals(DIRECT);
        Task task = task(agent, offer.number(), offer.mode());
        Preview preview = new Preview(agent, offer.number(), offer.mode(), task);
        books.add(preview);
        if (shown) {
            show(preview);
        } else {
            deliver(preview);
        }
        return preview.entry();
    }

    private Task task(Agent agent, String number, String mode) {
        String type =
                switch (mode) {
                    case PREVIEW -> "STANDARD_PREVIEW_CAMPAIGN";
                    case DIRECT -> "DIRECT_PREVIEW_CAMPAIGN";
                    default -> mode.toUpperCase(Locale.ROOT) + "_CAMPAIGN";
                };
        Task.Call call = new Task.Call(
                "OUTBOUND", type, number, Catalogue.ANIS.get(0).name(), Catalogue.ENTRY_POINT.id(), agent);
        Task task =
                new Task(Ids.next(), call, agent, Phase.WAITING, room.staff().farEnd(number));
        task.details().put("campaignId", Catalogue.CAMPAIGN);
        task.details()
                .put(
                        "campaignType",
                        switch (mode) {
                            case PREVIEW -> "preview_standard";
                            case DIRECT -> "preview_direct";
                            default -> mode;
                        });
        return task;
    }

    private void show(Preview preview) {
        Task task = preview.reservation();
        Map<String, String> details = task.details();
        long until = System.currentTimeMillis() + room.timing().offer().toMillis();
        details.put("campaignPreviewOfferTimeout", Long.toString(until));
        details.put("campaignPreviewAutoAction", rules.autoAction().name());
        details.put("campaignPreviewSkipDisabled", Boolean.toString(rules.skipDisabled()));
        details.put("campaignPreviewRemoveDisabled", Boolean.toString(rules.removeDisabled()));
        room.tasks().add(task);
        publisher.contact(preview.agent(), "AgentOfferCampaignReservation", task);
        room.progress().next(task, room.timing().offer(), () -> {
            switch (rules.autoAction()) {
                case ACCEPT -> take(preview);
                case SKIP -> end(preview, Preview.State.SKIPPED);
                case REMOVE -> end(preview, Preview.State.REMOVED);
            }
        });
    }

    /** The customer was called first: the call comes with him. */
    private void deliver(Preview preview) {
        Task task = preview.reservation();
        preview.become(Preview.State.ACCEPTED);
        preview.call(task.id());
        task.customer().join();
        room.tasks().place(task);
        flow.reserve(task);
        flow.offer(task);
    }

    void withdraw(String id) {
        Preview preview = books.stream()
                .filter(one -> one.is(id) && one.open())
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "There is no open offer " + id + "."));
        end(preview, Preview.State.WITHDRAWN);
    }

    List<OfferEntry> entries() {
        return books.stream().map(Preview::entry).toList();
    }

    void clear() {
        books.clear();
    }

    // ---- for agents

    public void accept(Agent agent, String campaign, String task) {
        if (room.faults().active("withdraw-offer", agent.name())) {
            offered(agent, campaign, task).ifPresent(preview -> end(preview, Preview.State.WITHDRAWN));
        }
        offered(agent, campaign, task)
                .ifPresentOrElse(
                        this::take, () -> failed(agent, campaign, task, "CampaignPreviewAcceptFailed", NOT_OFFERED));
    }

    public void skip(Agent agent, String campaign, String task) {
        String failure = rules.misspelled() ? "CampaingnPreviewSkipFailed" : "CampaignPreviewSkipFailed";
        answer(agent, campaign, task, failure, rules.skipDisabled(), Preview.State.SKIPPED);
    }

    public void remove(Agent agent, String campaign, String task) {
        String failure = "CampaignPreviewRemoveFailed";
        answer(agent, campaign, task, failure, rules.removeDisabled(), Preview.State.REMOVED);
    }

    private void answer(
            Agent agent, String campaign, String task, String failure, boolean disabled, Preview.State becomes) {
        Optional<Preview> offered = offered(agent, campaign, task);
        if (offered.isEmpty()) {
            failed(agent, campaign, task, failure, NOT_OFFERED);
        } else if (disabled) {
            failed(agent, campaign, task, failure, DISABLED);
        } else {
            end(offered.get(), becomes);
        }
    }

    private Optional<Preview> offered(Agent agent, String campaign, String task) {
        return books.stream()
                .filter(one -> one.open()
                        && one.agent() == agent
                        && one.reservation().id().equals(task)
                        && campaign.equals(Catalogue.CAMPAIGN))
                .findFirst();
    }

    private void failed(Agent agent, String campaign, String task, String type, Reason reason) {
        Map<String, Object> more = publisher.failure(reason);
        more.put("interactionId", task);
        more.put("campaignId", campaign);
        publisher.routing(agent, type, more);
    }

    /** The customer is called in a contact of its own. */
    private void take(Preview preview) {
        Task offered = preview.reservation();
        Agent agent = preview.agent();
        over(preview, Preview.State.ACCEPTED);
        if (rules.acceptTold() == Told.BOTH) {
            ended(preview);
        }
        Task task = task(agent, preview.number(), preview.entry().mode());
        task.details().putAll(offered.details());
        task.comesFrom(offered.id());
        preview.call(task.id());
        room.tasks().place(task);
        task.become(Phase.AGENT_RINGING);
        room.progress().next(task, room.timing().agentLeg(), () -> flow.pickUp(task));
    }

    private void over(Preview preview, Preview.State becomes) {
        preview.become(becomes);
        Task task = preview.reservation();
        room.progress().cancel(task);
        task.become(Phase.ENDED);
        preview.agent().remove(task);
    }

    private void end(Preview preview, Preview.State becomes) {
        over(preview, becomes);
        if (rules.skipTold() != Told.SECOND && becomes != Preview.State.WITHDRAWN) {
            publisher.contact(preview.agent(), "CampaignContactUpdated", preview.reservation());
        }
        if (rules.skipTold() != Told.FIRST || becomes == Preview.State.WITHDRAWN) {
            ended(preview);
        }
    }

    private void ended(Preview preview) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("terminatingParty", Endings.SYSTEM);
        more.put("agentsPendingWrapUp", List.of());
        publisher.contact(preview.agent(), "ContactEnded", preview.reservation(), more);
    }
}
