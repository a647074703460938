package dev.trunkline.vendor.finesse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

    List<String> texts() {
        return List.copyOf(texts);
    }

    /** Tells them now. */
    void tell(Consumer<String> teller) {
        List<String> kept = texts();
        texts.clear();
        kept.forEach(teller);
    }

    void readingEnds(Consumer<String> teller) {
        reading = false;
        tell(teller);
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
