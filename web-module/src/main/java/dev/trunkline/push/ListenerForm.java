package dev.trunkline.push;

import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Profile;
import dev.trunkline.event.StoredEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** How one listener is told: his profile, and for each platform that has several forms the one he used last (contract 3.2, 3.3). */
final class ListenerForm {
    private final UnaryOperator<String> defaultChannel;
    private final Map<String, String> used = new ConcurrentHashMap<>();
    private volatile Profile profile;

    /** @param defaultChannel of a vendor, for a listener who named none */
    ListenerForm(Profile profile, UnaryOperator<String> defaultChannel) {
        this.profile = profile;
        this.defaultChannel = defaultChannel;
    }

    Profile profile() {
        return profile;
    }

    void choose(Profile chosen) {
        profile = chosen;
    }

    void use(String vendor, String channel) {
        used.put(vendor, channel);
    }

    /** Empty where this listener's profile does not show the change. */
    Optional<Outgoing> of(StoredEvent event) {
        return channel(event.vendor(), event.forms())
                .flatMap(channel -> event.message(channel, profile))
                .map(text -> new Outgoing(event.seq(), text));
    }

    Optional<Outgoing> of(AgentTold told) {
        return channel(told.vendor(), told.forms())
                .flatMap(channel -> told.message(channel, profile))
                .map(Outgoing::unnumbered);
    }

    private Optional<String> channel(String vendor, Map<String, String> forms) {
        if (forms.size() == 1) {
            return forms.keySet().stream().findFirst();
        }
        return Optional.of(Optional.ofNullable(used.get(vendor)).orElseGet(() -> defaultChannel.apply(vendor)))
                .filter(forms::containsKey);
    }
}
