package dev.trunkline.vendor.finesse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What was heard while Finesse was being read: told afterwards, in its order. Used on the lane only. */
final class FinesseKeptBack {
    private final List<String> texts = new ArrayList<>();
    private boolean reading;

    boolean reading() {
        return reading;
    }

    void readingBegins() {
        reading = true;
    }

    /** Takes out those and tells them now. */
    void tell(Predicate<String> wanted, Consumer<String> teller) {
        List<String> now = texts.stream().filter(wanted).toList();
        texts.removeIf(wanted);
        now.forEach(teller);
    }

    void readingEnds(Consumer<String> teller) {
        reading = false;
        List<String> kept = List.copyOf(texts);
        texts.clear();
        kept.forEach(teller);
    }

    void keep(String text) {
        texts.add(text);
    }

    /** Another connection: what was heard on the one before is covered by what will be read. */
    void forget() {
        reading = false;
        texts.clear();
    }
}
