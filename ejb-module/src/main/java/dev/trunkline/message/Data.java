package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What stood in {@code data}, its members under canonical names (contract 1.5), their values still as sent. Nulls are left out.
 *
 * @param spoken the verb that was said
 * @param token how it was said, which in two cases tells more than the verb
 * @param members name to value, in the order in which they were sent; a plain value stands under the verb's string form
 */
record Data(Verb spoken, String token, Map<String, Json> members) {
    private static final String WARM = "iswarmtransfer";

    Data {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static Data of(Verb verb, String token, Json sent) {
        if (sent instanceof Json.Members object) {
            return new Data(verb, token, named(DataShapes.of(verb), object));
        }
        if (sent instanceof Json.Null) {
            return new Data(verb, token, Map.of());
        }
        if (sent instanceof Json.Text || sent instanceof Json.Number) {
            String member = stringForm(verb, token)
                    .orElseThrow(() -> new RefusedException(Code.INVALID_DATA, verb.word() + " takes no plain value"));
            return new Data(verb, token, Map.of(member, sent));
        }
        throw new RefusedException(Code.INVALID_DATA, "data must be a text, an integer or an object");
    }

    private static Map<String, Json> named(DataShape shape, Json.Members object) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Json.Member member : object.all()) {
            String name = DataNames.canonical(shape, member.name());
            if (members.put(name, member.value()) != null) {
                throw new RefusedException(Code.INVALID_DATA, "'" + Words.cut(name) + "' is there twice");
            }
        }
        DataNames.destinationType(object).ifPresent(type -> DataNames.imply(shape, members, type));
        members.values().removeIf(Json.Null.class::isInstance);
        return members;
    }

    /** ClearContact is a WrapUp without a code, so a plain value can only name the call. */
    private static Optional<String> stringForm(Verb verb, String token) {
        return token.equals("clearcontact")
                ? Optional.of("callId")
                : DataShapes.of(verb).plain();
    }

    /** The verb that was meant, where only data and the agent's situation can tell. */
    Verb verb(BooleanSupplier offered) {
        if (spoken == Verb.MAKE_CALL && members.isEmpty()) {
            if (!offered.getAsBoolean()) {
                throw new RefusedException(Code.INVALID_DATA, "no number to dial, and no record is offered to accept");
            }
            return Verb.ACCEPT;
        }
        boolean warm =
                members.containsKey(WARM) && token.equals("queuetransfer") && Values.truth(WARM, members.get(WARM));
        return warm ? Verb.CONSULT : spoken;
    }

    /** A member that this spelling of the verb has used up. */
    boolean used(String name) {
        return name.equals(WARM) && token.equals("queuetransfer");
    }
}
