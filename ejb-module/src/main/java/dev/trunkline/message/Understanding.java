package dev.trunkline.message;

import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.util.Optional;

/** What of a message is understood so far, so that a refusal in the middle of it can say so. */
final class Understanding {
    private String channel = "";
    private Optional<Verb> verb = Optional.empty();
    private Optional<String> requestId = Optional.empty();

    void channel(String name) {
        channel = name;
    }

    void verb(Verb known) {
        verb = Optional.of(known);
    }

    void requestId(Optional<String> known) {
        requestId = known;
    }

    Refusal toldIn(Refusal refusal) {
        Refusal addressed = refusal.on(channel).answering(requestId);
        return verb.map(addressed::of).orElse(addressed);
    }
}
