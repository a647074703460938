package dev.trunkline.vendor.finesse;

import dev.trunkline.port.stream.Until;
import dev.trunkline.port.stream.Wishes;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.User;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one agent's stream saw last, for a verb that must see its first step done before it takes the second; and the Ready that
 * was taken from him for a dial. The stream writes, verbs read and wait.
 */
public final class FinesseSeat {
    private final FinesseLoan loan = new FinesseLoan();
    /** Callbacks that were asked for: a mark alone does not say that they stand, since one with a number takes two requests. */
    private final Wishes<Dialog> arrangements = new Wishes<>();

    private Optional<User> user = Optional.empty();
    private List<Dialog> dialogs = List.of();

    FinesseLoan loan() {
        return loan;
    }

    Wishes<Dialog> arrangements() {
        return arrangements;
    }

    synchronized void saw(User now) {
        user = Optional.of(now);
        notifyAll();
    }

    synchronized void saw(Collection<Dialog> now) {
        dialogs = List.copyOf(now);
        notifyAll();
    }

    synchronized Optional<User> user() {
        return user;
    }

    synchronized Optional<Dialog> dialog(String id) {
        return dialogs.stream().filter(dialog -> dialog.id().equals(id)).findFirst();
    }

    /** Waits until it is so; false if it was not so in time. */
    synchronized boolean until(Predicate<FinesseSeat> so, Duration atMost) {
        return Until.so(this, () -> so.test(this), atMost);
    }
}
