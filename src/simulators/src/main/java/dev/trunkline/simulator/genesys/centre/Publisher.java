package dev.trunkline.simulator.genesys.centre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the users of a conversation what it looks like now, on all topics of it (sheet 5.2); and each what he is himself. On the lane. */
final class Publisher {
    private static final String CALLS = "conversations.calls";

    private final Notifier notifier;
    private final Rules rules;

    Publisher(Notifier notifier, Rules rules) {
        this.notifier = notifier;
        this.rules = rules;
    }

    /** One snapshot to everybody who has it, and a last one to who has left it. */
    void changed(Conversation conversation) {
        usersOf(conversation).forEach(user -> {
            if (conversation.newsFor(user, gone(conversation, user))) {
                tell(conversation, user);
            }
        });
    }

    /** To whom has left it too: nobody counts on the last snapshot being the last (sheet 5.4). */
    void toldAgain(Conversation conversation) {
        usersOf(conversation).forEach(user -> tell(conversation, user));
    }

    private static List<User> usersOf(Conversation conversation) {
        return new ArrayList<>(conversation.participants().stream()
                .flatMap(participant -> participant.user().stream())
                .distinct()
                .toList());
    }

    private static boolean gone(Conversation conversation, User user) {
        return conversation.participants().stream()
                .filter(participant -> participant.is(user))
                .allMatch(participant -> participant.leg().state() == LegState.TERMINATED && !participant.workDue());
    }

    private void tell(Conversation conversation, User user) {
        boolean disorderly = conversation.disorderly();
        if (conversation.participants().stream().anyMatch(participant -> !participant.ofOffer())) {
            notifier.event(user, CALLS, () -> Flat.conversation(conversation, false), disorderly);
        }
        if (conversation.preview().isPresent()) {
            notifier.event(user, "conversations.callbacks", () -> Flat.conversation(conversation, true), disorderly);
        }
        notifier.event(
                user,
                "conversations",
                () -> Nested.conversation(conversation, rules.carrier().carrierReasons()),
                disorderly);
    }

    void presence(User user) {
        notifier.event(
                user,
                "presence",
                () -> Profiles.presence(user, user.presence().system().name()),
                false);
    }

    void routing(User user) {
        notifier.event(
                user,
                "routingStatus",
                () -> Map.of(
                        "id",
                        user.id(),
                        "routingStatus",
                        Map.of("status", user.routing().name(), "startTime", Times.text(user.routingSince()))),
                false);
    }

    void station(User user) {
        notifier.event(
                user,
                "station",
                () -> {
                    Map<String, Object> body = new LinkedHashMap<>();
                    user.station().ifPresent(station -> {
                        body.put("id", station.id());
                        body.put("name", station.name());
                        body.put("associatedUser", Map.of("id", user.id()));
                    });
                    return body;
                },
                false);
    }

    void cut(User user) {
        notifier.cut(user);
    }
}
