package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.BookEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every conversation since the last reset, those that somebody has to do with, and the books of those that were calls. On the lane. */
final class Calls {
    private final Map<String, Conversation> all = new LinkedHashMap<>();
    private final Map<String, Conversation> live = new LinkedHashMap<>();

    Conversation add(Conversation conversation) {
        all.put(conversation.id(), conversation);
        live.put(conversation.id(), conversation);
        return conversation;
    }

    Conversation get(String id) {
        return find(id).orElseThrow(() -> new ApiErrorException(
                404, "conversation.error.conversation.not.found", "Conversation " + id + " was not found."));
    }

    /** Ended ones can still be read (sheet 5.5). */
    Optional<Conversation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those that are not over. */
    List<Conversation> live() {
        live.values().removeIf(Conversation::over);
        return new ArrayList<>(live.values());
    }

    /** In which he has a leg now, or something to do after one. */
    List<Conversation> of(User user) {
        user.conversations().removeIf(Conversation::over);
        return user.conversations().stream()
                .filter(conversation -> hasToDo(conversation, user))
                .toList();
    }

    private static boolean hasToDo(Conversation conversation, User user) {
        return conversation.participants().stream()
                .anyMatch(participant -> participant.is(user) && (participant.live() || participant.workDue()));
    }

    /** A phone with a call that is not held has no place for another. */
    boolean engaged(User user) {
        return of(user).stream()
                .flatMap(conversation -> conversation.live().stream())
                .anyMatch(participant ->
                        participant.is(user) && !participant.leg().held());
    }

    void clear() {
        all.clear();
        live.clear();
    }

    /** What was only offered is no call. */
    List<BookEntry> books() {
        return all.values().stream()
                .filter(conversation -> conversation.participants().stream().anyMatch(party -> !party.ofOffer()))
                .map(Calls::entry)
                .toList();
    }

    private static BookEntry entry(Conversation conversation) {
        return new BookEntry(
                "genesys",
                conversation.id(),
                conversation.placer().agent(),
                conversation.number(),
                conversation.placedAt(),
                state(conversation),
                conversation.over(),
                conversation.burst().changes());
    }

    /** The state of who placed it; whose parties talk on without anybody of ours was transferred. */
    private static String state(Conversation conversation) {
        if (conversation.over() && conversation.live().size() > 1) {
            return "TRANSFERRED";
        }
        return conversation
                .of(conversation.placer())
                .map(own -> {
                    if (own.workDue()) {
                        return "ACW";
                    }
                    return own.leg().held() ? "held" : own.leg().state().word();
                })
                .orElse("dialing");
    }
}
