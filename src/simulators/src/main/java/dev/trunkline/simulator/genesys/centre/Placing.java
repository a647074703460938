package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.FarEnd;
import java.time.Duration;
import java.util.Optional;

/** How a call comes about, from the agent's phone to the answer, frame by frame as in sheet 6.2. On the lane. */
final class Placing {
    private static final String OUTBOUND = "outbound";

    private final Room room;
    private final Endings endings;
    private final Desk desk;
    private final Rules rules;
    private final Timing timing;
    private final Causes causes;
    private final OutsideCalls outside;

    Placing(Room room, Endings endings, Desk desk) {
        this.room = room;
        this.endings = endings;
        this.desk = desk;
        rules = room.rules();
        timing = room.timing();
        causes = new Causes(rules.carrier());
        outside = new OutsideCalls(room, endings, causes);
    }

    /** It exists from now on; nothing is told yet. */
    Conversation place(User user, DialRequest request) {
        request.check();
        Optional<Catalogue.Entry> queue = request.fromQueue();
        if (user.station().isEmpty()) {
            throw ApiErrorException.conversation("no.user.station", "A station is required to place a call.");
        }
        if (queue.isPresent() && !Catalogue.JOINED.contains(queue.get())) {
            throw new ApiErrorException(403, "not.authorized", "The user is not a member of the queue.");
        }
        if (queue.isPresent() && rules.mustBeOnQueue() && !user.onQueue()) {
            throw ApiErrorException.badRequest("The user must be on queue to call on its behalf.");
        }
        if (room.calls().engaged(user)) {
            throw new ApiErrorException(
                    409,
                    "conversation.error.outbound.call.cannot.be.placed",
                    "An outbound call cannot be placed: the station has no line free.");
        }
        Conversation conversation = new Conversation(user, destination(request), queue);
        conversation.attributes().putAll(request.attributes());
        contact(room.calls().add(conversation)).uuiData(request.uuiData());
        return conversation;
    }

    /** The agent's own leg comes first. */
    Participant contact(Conversation conversation) {
        User user = conversation.placer();
        if (conversation.farEnd() == FarEnd.DISORDERLY_EVENTS) {
            conversation.disturb();
        }
        room.faults()
                .take("phone-unanswered", user.agent())
                .ifPresent(silent -> conversation.silencePhone(silent.duration(timing.stationTimeout())));
        if (room.faults().active("no-lines", user.agent())) {
            conversation.takeLines();
        }
        return conversation.join(ofUser(conversation, user, LegState.CONTACTING, OUTBOUND));
    }

    private String destination(DialRequest request) {
        if (!request.queueId().isEmpty()) {
            Catalogue.queue(request.queueId())
                    .orElseThrow(() -> ApiErrorException.notFound("Queue " + request.queueId()));
            return "queue:" + request.queueId();
        }
        return request.userId().isEmpty()
                ? request.number()
                : room.staff()
                        .find(request.userId())
                        .orElseThrow(() -> ApiErrorException.notFound("User " + request.userId()))
                        .ownStation()
                        .extension();
    }

    /** His own leg; on behalf of a queue something is due after it. */
    Participant ofUser(Conversation conversation, User user, LegState first, String direction) {
        Optional<AfterCallWork> work =
                conversation.queue().map(any -> new AfterCallWork(rules.wrapupPrompt(), timing.wrapUp()));
        Purpose purpose = conversation.queue().isPresent() ? Purpose.AGENT : Purpose.USER;
        return Participant.user(user, purpose, Numbers.station(user), new Leg(first, direction), work);
    }

    /** Frame 1, and what follows from it. @param callerId empty for the usual one */
    void begin(Conversation conversation, String callerId) {
        Participant own = conversation.of(conversation.placer()).orElseThrow();
        if (!own.live()) {
            return;
        }
        room.tell(conversation);
        if (conversation.farEnd() == FarEnd.STREAM_CUT) {
            room.publisher().cut(conversation.placer());
        }
        desk.follow(conversation.placer());
        if (conversation.phoneSilent().isPresent()) {
            Ending silence = Ending.error("connection.timeout");
            Duration ringing = conversation.phoneSilent().get();
            room.progress().next(own, ringing, () -> endings.leave(conversation, own, silence));
        } else {
            room.progress().next(own, timing.station(), () -> stationAnswers(conversation, own, callerId));
        }
    }

    /** Only now there is a far leg (sheet 3.2). */
    private void stationAnswers(Conversation conversation, Participant own, String callerId) {
        own.leg().become(rules.agentLegDials() ? LegState.DIALING : LegState.CONNECTED);
        Participant far = reach(conversation, conversation.number(), callerId);
        far.attributes().putAll(conversation.attributes());
        room.tell(conversation);
        if (rules.agentLegDials()) {
            room.progress().next(own, timing.begin(), () -> {
                own.leg().become(LegState.CONNECTED);
                room.tell(conversation);
            });
        }
    }

    /** Somebody is called: a colleague at his desk, a queue, or a number outside. */
    Participant reach(Conversation conversation, String number, String callerId) {
        if (number.startsWith("queue:")) {
            return queueUp(conversation, number.substring("queue:".length()));
        }
        return room.staff()
                .dialled(number)
                .map(colleague -> ringAt(conversation, colleague))
                .orElseGet(() -> outside.call(conversation, number, callerId));
    }

    /** A queue takes the call and keeps it. */
    private Participant queueUp(Conversation conversation, String queueId) {
        Catalogue.Entry queue = Catalogue.queue(queueId)
                .orElseThrow(() -> new ApiErrorException(
                        400, "conversations.error.queue.not.found", "Queue " + queueId + " was not found."));
        Participant.Address address = new Participant.Address("sip:" + queue.name(), "", "");
        Leg leg = new Leg(LegState.OFFERING, "inbound");
        leg.become(LegState.CONNECTED);
        return conversation.join(Participant.outside(Purpose.ACD, address, leg));
    }

    private Participant ringAt(Conversation conversation, User colleague) {
        Participant his = conversation.join(Participant.user(
                colleague,
                Purpose.USER,
                Numbers.station(colleague),
                new Leg(LegState.ALERTING, "inbound"),
                Optional.empty()));
        if (colleaguesElsewhere(conversation, colleague)) {
            room.progress().next(his, timing.begin(), () -> fail(conversation, his, causes.busy()));
        } else if (rules.agentPhones() == Rules.AgentPhones.AUTO_ANSWER) {
            room.progress().next(his, timing.ring(), () -> answer(conversation, his));
        } else {
            room.progress().next(his, timing.stationTimeout(), () -> notAnswered(conversation, his));
        }
        desk.follow(colleague);
        return his;
    }

    private boolean colleaguesElsewhere(Conversation conversation, User colleague) {
        return room.calls().of(colleague).stream()
                .filter(other -> other != conversation)
                .flatMap(other -> other.live().stream())
                .anyMatch(participant -> participant.is(colleague));
    }

    private void notAnswered(Conversation conversation, Participant his) {
        fail(conversation, his, Ending.of("timeout"));
    }

    void answer(Conversation conversation, Participant far) {
        room.progress().cancel(far);
        far.leg().become(LegState.CONNECTED);
        room.tell(conversation);
        far.user().ifPresent(desk::follow);
    }

    Causes causes() {
        return causes;
    }

    private void fail(Conversation conversation, Participant far, Ending ending) {
        endings.leave(conversation, far, ending);
    }
}
