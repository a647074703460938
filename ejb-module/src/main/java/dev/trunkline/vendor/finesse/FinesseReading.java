package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** False for what is older than this reading, by Finesse's own clock. */
    boolean isNews(Dialog told) {
        String toldAt = FinesseEventMapper.changedAt(told);
        boolean older = dialogs.stream()
                .filter(dialog -> dialog.id().equals(told.id()))
                .anyMatch(read -> !toldAt.isEmpty() && toldAt.compareTo(FinesseEventMapper.changedAt(read)) < 0);
        return !older && !gone.contains(told.id());
    }
}
