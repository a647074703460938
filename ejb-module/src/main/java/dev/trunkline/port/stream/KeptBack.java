package dev.trunkline.port.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was heard while the platform was being read: told afterwards, in its order. Used on the lane only. */
public final class KeptBack {
    private final List<String> texts = new ArrayList<>();
    private boolean reading;

    public boolean reading() {
        return reading;
    }

    public void readingBegins() {
        reading = true;
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** Tells them now. */
    public void tell(Consumer<String> teller) {
        List<String> kept = texts();
        texts.clear();
        kept.forEach(teller);
    }

    public void readingEnds(Consumer<String> teller) {
        reading = false;
        tell(teller);
    }

    public void keep(String text) {
        texts.add(text);
    }

    /** Another connection: what was heard on the one before is covered by what will be read. */
    public void forget() {
        reading = false;
        texts.clear();
    }
}
