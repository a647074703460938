package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Message;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A stored command.
 *
 * @param data the verb's members without secrets
 * @param sentAt when it was handed to the platform; empty if it never was
 * @param problem why it failed, exactly when it did
 * @param principal who asked for it, and from where: the audit
 */
public record CommandRecord(
        AgentKey key,
        String id,
        String vendor,
        String channel,
        Verb verb,
        Map<String, Object> data,
        Status status,
        Optional<String> callRef,
        Optional<String> callId,
        Optional<String> requestId,
        Optional<String> source,
        String principal,
        String address,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<Refusal> problem) {
    /** Where the data keep the second call of a verb that is about two; no client can write a member of that name. */
    public static final String OTHER_CALL = "otherCallId";

    /** Stands in the data of an Answer to an offered record, which accepts it; no client can write a member of that name. */
    public static final String OFFER = "offer";

    /** Whether it takes an offered record, so that the customer is called. */
    public boolean accepts() {
        return verb == Verb.ACCEPT || data.containsKey(OFFER);
    }

    /** Whether the platform calls a number for it, so that doing it twice would ring twice. */
    public boolean dials() {
        return verb.dials() || accepts();
    }

    /** Call variables that it names, empty if there are none. */
    public Map<String, String> variables() {
        return Message.variables(data);
    }

    /** The second call of a verb that is about two. */
    public Optional<String> otherCallId() {
        return Optional.ofNullable(data.get(OTHER_CALL)).map(Object::toString);
    }

    /** Accepted commands end as one of the other two. */
    public enum Status {
        ACCEPTED,
        DONE,
        FAILED
    }
}
