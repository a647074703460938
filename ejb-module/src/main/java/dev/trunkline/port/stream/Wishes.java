package dev.trunkline.port.stream;

import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Predicate;

/**
 * Effects that commands asked for and that are not seen yet: what a platform tells shows whose wish came true, where it gives no mark of
 * ours back, or where the mark alone does not say that all of it is done.
 */
public final class Wishes<T> {
    private static final int MOST = 20;

    private final Map<String, Predicate<T>> wishes = new LinkedHashMap<>();

    public synchronized void await(String commandId, Predicate<T> seen) {
        wishes.put(commandId, seen);
        if (wishes.size() > MOST) {
            wishes.remove(wishes.keySet().iterator().next());
        }
    }

    /** As {@link #await} around the deed itself: what certainly was not done is not waited for. */
    public void during(String commandId, Predicate<T> seen, Runnable deed) {
        await(commandId, seen);
        try {
            deed.run();
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                forget(commandId);
            }
            throw refused;
        }
    }

    /** It was refused: what comes true from now on is another's wish. */
    public synchronized void forget(String commandId) {
        wishes.remove(commandId);
    }

    /** The command whose effect this is; {@code otherwise} the mark that came with it, unless that one still has to wait. */
    public synchronized String cause(T told, String otherwise) {
        Iterator<Entry<String, Predicate<T>>> all = wishes.entrySet().iterator();
        while (all.hasNext()) {
            Entry<String, Predicate<T>> wish = all.next();
            if (wish.getValue().test(told)) {
                all.remove();
                return wish.getKey();
            }
        }
        return wishes.containsKey(otherwise) ? "" : otherwise;
    }
}
