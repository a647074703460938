package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.ScheduledCallback;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Callbacks that were asked for and are not seen yet: what Finesse says of the call tells whose wish came true. That a message
 * carries the mark of a command is not enough, since a callback with a number takes two requests.
 */
final class FinesseArrangements {
    private static final int MOST = 20;

    private final Map<String, Wish> wishes = new LinkedHashMap<>();

    /** @param callback no time: that nothing is arranged any more */
    private record Wish(String dialogId, ScheduledCallback callback) {
        boolean seenIn(Dialog dialog) {
            return dialog.id().equals(dialogId) && holds(callback, dialog.scheduledCallback());
        }
    }

    synchronized void await(String commandId, String dialogId, ScheduledCallback callback) {
        wishes.put(commandId, new Wish(dialogId, callback));
        if (wishes.size() > MOST) {
            wishes.remove(wishes.keySet().iterator().next());
        }
    }

    /** It was refused: what comes true from now on is another's wish. */
    synchronized void forget(String commandId) {
        wishes.remove(commandId);
    }

    /** The command whose effect this is; {@code otherwise} the mark that came with it, unless that one still has to wait. */
    synchronized String cause(Dialog dialog, String otherwise) {
        Iterator<Entry<String, Wish>> all = wishes.entrySet().iterator();
        while (all.hasNext()) {
            Entry<String, Wish> wish = all.next();
            if (wish.getValue().seenIn(dialog)) {
                all.remove();
                return wish.getKey();
            }
        }
        return wishes.containsKey(otherwise) ? "" : otherwise;
    }

    /** Whether what stands is what was wanted; a number that was not named may be any. */
    static boolean holds(ScheduledCallback wanted, ScheduledCallback standing) {
        if (wanted.callbackTime().isEmpty()) {
            return standing.callbackTime().isEmpty();
        }
        return standing.callbackTime().startsWith(wanted.callbackTime())
                && (wanted.callbackNumber().isEmpty()
                        || standing.callbackNumber().equals(wanted.callbackNumber()));
    }
}
