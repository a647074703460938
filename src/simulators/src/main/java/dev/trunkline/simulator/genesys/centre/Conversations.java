package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.genesys.centre.Rules.FirstEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What the API does with conversations. On the lane. */
public final class Conversations {
    private final Room room;
    private final Placing placing;
    private final Endings endings;
    private final Offers offers;
    private final WrapUps wrapUps;
    private final Consults consults;
    private final Transfers transfers;
    private final Controls controls;

    Conversations(Room room, Placing placing, Endings endings, Offers offers) {
        this.room = room;
        this.placing = placing;
        this.endings = endings;
        this.offers = offers;
        wrapUps = new WrapUps(endings);
        consults = new Consults(room, placing, endings);
        transfers = new Transfers(room, placing, endings, consults);
        controls = new Controls(room, placing, endings, wrapUps, consults);
    }

    /** @param early whether the first snapshot was told before this answer */
    public record Placed(String id, boolean early) {}

    public Placed dial(User user, DialRequest request) {
        Conversation conversation = placing.place(user, request);
        boolean early = room.rules().firstEvent() == FirstEvent.BEFORE_ANSWER
                || room.rules().firstEvent() == FirstEvent.EITHER
                        && ThreadLocalRandom.current().nextBoolean();
        if (early) {
            placing.begin(conversation, request.callerId());
        } else {
            room.lane().after(room.timing().begin(), () -> placing.begin(conversation, request.callerId()));
        }
        return new Placed(conversation.id(), early);
    }

    /** How a request to call somebody is answered depends on the number, too. */
    public FarEnd farEnd(String number) {
        return room.staff().dialled(number).isPresent() ? FarEnd.ANSWERS : FarEnd.of(number);
    }

    public Map<String, Object> flat(String id) {
        return Flat.conversation(room.calls().get(id), false);
    }

    public Map<String, Object> nested(String id) {
        return Nested.conversation(room.calls().get(id), room.rules().carrier().reasons());
    }

    public List<Map<String, Object>> flatOf(User user, boolean callbacks) {
        return room.calls().of(user).stream()
                .filter(one -> callbacks
                        ? one.preview().isPresent()
                        : one.participants().stream().anyMatch(party -> !party.ofOffer()))
                .map(one -> Flat.conversation(one, callbacks))
                .toList();
    }

    public List<Map<String, Object>> nestedOf(User user) {
        return room.calls().of(user).stream()
                .map(one -> Nested.conversation(one, room.rules().carrier().reasons()))
                .toList();
    }

    public void change(User user, String id, String participantId, PartyChange change, boolean othersToo) {
        Conversation conversation = room.calls().get(id);
        controls.change(user, conversation, Parties.in(conversation, participantId), change, othersToo);
    }

    /** The same of a callback's leg. */
    public void changeOffer(User user, String id, String participantId, PartyChange change) {
        Conversation conversation = room.calls().get(id);
        offers.change(user, conversation, Parties.in(conversation, participantId), change);
    }

    /** By the leg's own id. */
    public void disconnectLeg(String id, String participantId, String communicationId) {
        Conversation conversation = room.calls().get(id);
        Participant party = communication(conversation, participantId, communicationId);
        if (!party.live()) {
            throw ApiErrorException.conversation("call.disconnected", "The call is already disconnected.");
        }
        endings.leave(conversation, party, Ending.of("client"));
    }

    private static Participant communication(Conversation conversation, String participantId, String id) {
        Participant party = Parties.in(conversation, participantId);
        if (!party.leg().id().equals(id)) {
            throw ApiErrorException.notFound("Communication " + id);
        }
        return party;
    }

    public void disconnectAll(String id) {
        endings.endAll(room.calls().get(id), Ending.of("client"));
    }

    public void tearDown(String id) {
        endings.tearDown(room.calls().get(id));
    }

    public void digits(User user, String id, String participantId, String digits) {
        Conversation conversation = room.calls().get(id);
        controls.digits(user, conversation, Parties.in(conversation, participantId), digits);
    }

    public void attributes(String id, String participantId, Map<String, String> attributes) {
        Conversation conversation = room.calls().get(id);
        controls.attributes(conversation, Parties.in(conversation, participantId), attributes);
    }

    public void uuiData(String id, String participantId, String communicationId, String data) {
        Conversation conversation = room.calls().get(id);
        controls.uuiData(conversation, communication(conversation, participantId, communicationId), data);
    }

    /** @param to a number or {@code queue:} and an id */
    public void transfer(User user, String id, String participantId, String to) {
        transfers.blind(user, room.calls().get(id), participantId, to);
    }

    public void merge(User user, String id, List<String> others) {
        transfers.merge(user, room.calls().get(id), others);
    }

    public String consult(User user, String id, String participantId, String speakTo, String to) {
        Conversation conversation = room.calls().get(id);
        return consults.start(user, conversation, Parties.in(conversation, participantId), speakTo, to);
    }

    public void speak(User user, String id, String participantId, String speakTo) {
        Conversation conversation = room.calls().get(id);
        consults.speak(user, conversation, Parties.in(conversation, participantId), speakTo);
    }

    public void cancelConsult(User user, String id, String participantId) {
        Conversation conversation = room.calls().get(id);
        consults.cancel(user, conversation, Parties.in(conversation, participantId));
    }

    public void wrapUp(String id, String participantId, String communicationId, Wrapped word) {
        Conversation conversation = room.calls().get(id);
        Participant party = communication(conversation, participantId, communicationId);
        if (party.ofOffer()) {
            offers.say(conversation, party, word.code());
        } else {
            wrapUps.say(conversation, party, word.code(), word.notes(), word.provisional());
        }
    }

    /** What is said of a call. */
    public record Wrapped(String code, String notes, boolean provisional) {}

    public void requestWork(String id, String participantId, String communicationId, boolean required) {
        Conversation conversation = room.calls().get(id);
        wrapUps.request(conversation, communication(conversation, participantId, communicationId), required);
    }

    /** Refuses if there is no such participant. */
    public void checkParticipant(String id, String participantId) {
        Parties.in(room.calls().get(id), participantId);
    }

    /** Whose leg it is. */
    public User userOf(String id, String participantId) {
        return Parties.in(room.calls().get(id), participantId).user().orElseThrow(Parties::over);
    }

    /** The customer of a preview. */
    public void callCustomer(User user, String id, String number) {
        offers.call(user, room.calls().get(id), number);
    }
}
