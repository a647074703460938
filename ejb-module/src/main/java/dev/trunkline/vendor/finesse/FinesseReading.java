package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.Update;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Finesse has of one agent now (sheet 5.6).
 *
 * @param gone calls that were open here and that Finesse no longer knows
 */
record FinesseReading(User user, List<Dialog> dialogs, Set<String> gone) {
    /** A call that the list leaves out is asked for by itself before it counts as gone. */
    static FinesseReading of(FinesseClient client, AgentSession agent, Set<String> openCalls) {
        User user = client.user(agent);
        List<Dialog> dialogs = new ArrayList<>(client.dialogs(agent));
        Set<String> missing = new HashSet<>(openCalls);
        dialogs.forEach(dialog -> missing.remove(dialog.id()));
        Set<String> gone = new HashSet<>();
        for (String id : missing) {
            Optional<Dialog> found = client.dialog(agent, id);
            found.ifPresentOrElse(dialogs::add, () -> gone.add(id));
        }
        dialogs.removeIf(dialog -> !FinesseEventMapper.voice(dialog));
        return new FinesseReading(user, dialogs, gone);
    }

    /**
     * Nobody can say which is older, what was read of a call or what was pushed of it meanwhile. Pushes come in their order and each says
     * all; so what was pushed counts, here the last of it, for whoever was told all pushes before. Only a call that is gone stays gone.
     */
    FinesseReading after(List<Update> pushed) {
        Map<String, Dialog> now = byId();
        Optional<User> last = Optional.empty();
        for (Update update : pushed) {
            for (Dialog dialog : news(update)) {
                if (deletes(update)) {
                    now.remove(dialog.id());
                } else {
                    now.put(dialog.id(), dialog);
                }
            }
            last = update.user().isPresent() ? update.user() : last;
        }
        return new FinesseReading(last.orElse(user), List.copyOf(now.values()), gone);
    }

    /** As {@link #after}, but the first of what was pushed, for whoever is told the pushes next. */
    FinesseReading before(List<Update> pushed) {
        Map<String, Dialog> now = byId();
        Set<String> seen = new HashSet<>();
        for (Update update : pushed) {
            for (Dialog dialog : news(update)) {
                if (seen.add(dialog.id()) && !deletes(update)) {
                    now.put(dialog.id(), dialog);
                }
            }
        }
        return new FinesseReading(user, List.copyOf(now.values()), gone);
    }

    private Map<String, Dialog> byId() {
        Map<String, Dialog> now = new LinkedHashMap<>();
        dialogs.forEach(dialog -> now.put(dialog.id(), dialog));
        return now;
    }

    private List<Dialog> news(Update update) {
        return update.dialogs().stream()
                .filter(FinesseEventMapper::voice)
                .filter(dialog -> !gone.contains(dialog.id()))
                .toList();
    }

    private static boolean deletes(Update update) {
        return update.event().equalsIgnoreCase("DELETE");
    }

    /** False for what is older than this reading, by Finesse's own clock. */
    boolean isNews(Dialog told) {
        String toldAt = FinesseEventMapper.changedAt(told);
        boolean older = dialogs.stream()
                .filter(dialog -> dialog.id().equals(told.id()))
                .anyMatch(read -> !toldAt.isEmpty() && toldAt.compareTo(FinesseEventMapper.changedAt(read)) < 0);
        return !older && !gone.contains(told.id());
    }
}
