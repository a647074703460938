package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.genesys.centre.Participant.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of campaigns: previews, which an agent takes and has called, and calls that come with their customer (sheet 4.1). On the lane. */
final class Offers {
    private static final String CAMPAIGN = Ids.of("campaign", "Spring");
    private static final String CONTACT_LIST = Ids.of("contact list", "Spring");
    private static final Set<String> MODES = Set.of("preview", "progressive", "power", "predictive");
    private static final String SKIPPED = "ININ-OUTBOUND-PREVIEW-SKIPPED";

    private final Room room;
    private final Placing placing;
    private final Endings endings;
    private final Desk desk;
    private final List<Preview> books = new ArrayList<>();

    Offers(Room room, Placing placing, Endings endings, Desk desk) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
        this.desk = desk;
    }

    OfferEntry offer(Offer offer) {
        User user = room.staff()
                .agent(String.valueOf(offer.agent()))
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + offer.agent() + "'."));
        if (!MODES.contains(offer.mode())) {
            throw new RefusedException(400, "A mode '" + offer.mode() + "' there is not, there are " + MODES + ".");
        }
        if (offer.number().isEmpty() && !offer.mode().equals("preview")) {
            throw new RefusedException(400, "Only a preview may be without a number.");
        }
        if (!user.onQueue() || !room.calls().of(user).isEmpty()) {
            throw new RefusedException(
                    409,
                    user.agent() + " is " + user.routing()
                            + "; offers come to who is IDLE, which his presence On Queue makes him.");
        }
        Conversation conversation =
                room.calls().add(new Conversation(user, offer.number(), Optional.of(Catalogue.OUTBOUND)));
        Preview preview = new Preview(conversation, offer.mode());
        conversation.offers(preview);
        conversation.attributes().putAll(attributes(conversation));
        books.add(preview);
        if (offer.mode().equals("preview")) {
            show(conversation);
        } else {
            deliver(conversation, preview);
        }
        return preview.entry();
    }

    private static Map<String, String> attributes(Conversation conversation) {
        return Map.of(
                "dialerCampaignId",
                CAMPAIGN,
                "dialerContactListId",
                CONTACT_LIST,
                "dialerContactId",
                Ids.of("contact", conversation.number()),
                "dialerInteractionId",
                conversation.id());
    }

    private void show(Conversation conversation) {
        Address address = Numbers.called(conversation.number().isEmpty() ? "unknown" : conversation.number(), "");
        Leg customers = new Leg(LegState.CONNECTED, "outbound");
        customers.become(LegState.CONNECTED);
        conversation
                .join(Participant.ofOffer(Optional.empty(), address, customers, Optional.empty()))
                .attributes()
                .putAll(conversation.attributes());
        User user = conversation.placer();
        Participant own = conversation.join(Participant.ofOffer(
                Optional.of(user),
                Numbers.station(user),
                new Leg(LegState.ALERTING, "inbound"),
                Optional.of(new AfterCallWork(
                        room.rules().wrapupPrompt(), room.timing().wrapUp()))));
        room.progress().next(own, room.timing().offer(), () -> missed(conversation, own));
        told(conversation);
    }

    private void missed(Conversation conversation, Participant own) {
        desk.notResponding(conversation.placer());
        end(conversation, own, Preview.State.WITHDRAWN, "timeout");
    }

    private void told(Conversation conversation) {
        room.tell(conversation);
        desk.follow(conversation.placer());
    }

    /** The customer was called first: the connected call comes in (sheet 4.1). */
    private void deliver(Conversation conversation, Preview preview) {
        Leg customers = new Leg(LegState.DIALING, "outbound");
        customers.become(LegState.CONNECTED);
        conversation
                .join(Participant.outside(Purpose.CUSTOMER, Numbers.called(conversation.number(), ""), customers))
                .attributes()
                .putAll(conversation.attributes());
        Participant own =
                conversation.join(placing.ofUser(conversation, conversation.placer(), LegState.ALERTING, "inbound"));
        preview.call();
        preview.become(Preview.State.ACCEPTED);
        room.progress().next(own, room.timing().station(), () -> placing.answer(conversation, own));
        told(conversation);
    }

    /** The state of an agent's callback leg is to change. */
    void change(User user, Conversation conversation, Participant own, PartyChange change) {
        Parties.refuseStrangers(conversation, user);
        Preview preview = previewOf(conversation);
        change.wrapupCode().ifPresent(code -> say(conversation, own, code));
        String state = change.state().orElse("");
        if (state.equals("connected")) {
            accept(conversation, own, preview);
        } else if (state.equals("disconnected")) {
            boolean taken = own.leg().everConnected();
            end(conversation, own, taken ? Preview.State.CLOSED : Preview.State.REJECTED, "client");
        } else if (change.wrapupCode().isEmpty()) {
            throw new ApiErrorException(
                    400, "conversation.participant.update.invalid", "The update holds nothing to change.");
        }
    }

    private static Preview previewOf(Conversation conversation) {
        return conversation
                .preview()
                .orElseThrow(() -> new ApiErrorException(
                        404, "callback.error.callback.not.found", "The conversation is no callback."));
    }

    private void accept(Conversation conversation, Participant own, Preview preview) {
        if (own.leg().state() != LegState.ALERTING || own.user().isEmpty()) {
            throw new ApiErrorException(
                    400, "callback.error.answer.not.alerting", "Only an alerting callback can be answered.");
        }
        if (room.faults().active("withdraw-offer", conversation.placer().agent())) {
            end(conversation, own, Preview.State.WITHDRAWN, "system");
            return;
        }
        own.leg().become(LegState.CONNECTED);
        preview.become(Preview.State.ACCEPTED);
        room.progress().next(own, room.timing().offer(), () -> dialByItself(conversation));
        told(conversation);
    }

    private void dialByItself(Conversation conversation) {
        if (conversation.number().isEmpty()) {
            return;
        }
        placing.contact(conversation);
        conversation.preview().ifPresent(Preview::call);
        placing.begin(conversation, "");
    }

    /** The agent has the customer called, in the same conversation. */
    void call(User user, Conversation conversation, String number) {
        Parties.refuseStrangers(conversation, user);
        Preview preview = previewOf(conversation);
        Participant own = ownOf(conversation);
        if (user.station().isEmpty()) {
            throw ApiErrorException.conversation("no.user.station", "A station is required to place a call.");
        }
        if (!own.talks()) {
            throw Parties.over();
        }
        if (preview.called()) {
            throw ApiErrorException.conversation(
                    "callback.call.cannot.be.placed", "The customer is being called already.");
        }
        room.progress().cancel(own);
        conversation.call(number);
        placing.contact(conversation);
        preview.call();
        room.lane().after(room.timing().begin(), () -> placing.begin(conversation, ""));
    }

    private static Participant ownOf(Conversation conversation) {
        return conversation.participants().stream()
                .filter(party -> party.ofOffer() && party.user().isPresent())
                .findFirst()
                .orElseThrow(Parties::over);
    }

    /** What an agent says of a record that he did not call. */
    void say(Conversation conversation, Participant own, String code) {
        if (!Catalogue.knowsCode(code)) {
            throw ApiErrorException.conversation("wrapup.code.required", "There is no wrap-up code " + code + ".");
        }
        own.work().ifPresent(work -> work.conclude(new Wrapup(code, "", false, Instant.now())));
        if (code.equals(SKIPPED)) {
            previewOf(conversation).become(Preview.State.SKIPPED);
        }
        endings.workDone(conversation, own);
    }

    private void end(Conversation conversation, Participant own, Preview.State because, String type) {
        Preview preview = previewOf(conversation);
        if (preview.state() == Preview.State.OFFERED || preview.state() == Preview.State.ACCEPTED) {
            preview.become(because);
        }
        conversation.participants().stream()
                .filter(party -> party.ofOffer() && party != own && party.live())
                .forEach(party -> party.leg().end(Ending.of("peer")));
        endings.leave(conversation, own, Ending.of(type));
    }

    void withdraw(String id) {
        Preview preview = books.stream()
                .filter(one ->
                        one.id().equals(id) || one.entry().reservationId().equals(id))
                .filter(one -> one.state() == Preview.State.OFFERED)
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "There is no open offer " + id + "."));
        Conversation conversation = preview.conversation();
        end(conversation, ownOf(conversation), Preview.State.WITHDRAWN, "system");
    }

    List<OfferEntry> entries() {
        return books.stream().map(Preview::entry).toList();
    }

    void clear() {
        books.clear();
    }

    /** What an agent's callback leg says of its record. @param key another in each form */
    static void describe(Map<String, Object> leg, String key, Conversation conversation) {
        boolean numbered = !conversation.number().isEmpty();
        Map<String, Object> preview = new LinkedHashMap<>();
        preview.put("id", conversation.id());
        preview.put("contactId", Ids.of("contact", conversation.number()));
        preview.put("contactListId", CONTACT_LIST);
        preview.put("campaignId", CAMPAIGN);
        preview.put("phoneNumberColumns", List.of(Map.of("columnName", "CellPhone", "type", "cell")));
        preview.put("callbackAutoAnswer", false);
        leg.put(key, preview);
        leg.put("callbackNumbers", numbered ? List.of(conversation.number()) : List.of());
        leg.put("callbackUserName", "Doc Brown");
        leg.put("skipEnabled", true);
        leg.put("timeoutSeconds", 30);
    }
}
