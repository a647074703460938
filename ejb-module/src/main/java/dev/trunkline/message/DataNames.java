package dev.trunkline.message;

import static java.util.Map.entry;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which spelling of a member of {@code data} means which member (contract 1.5). */
final class DataNames {
    private static final Map<String, String> TABLE = Map.ofEntries(
            entry("callId", "callid id dialogid connectionid contactid"),
            entry("mediaAddress", "mediaaddress extn extension targetmediaaddress"),
            entry("toAddress", "toaddress number phonenumber to destination queuename agentname"),
            entry("callerId", "callerid ani outboundcallerid"),
            entry("variables", "variables userdata attributes"),
            entry("digits", "digits dtmf digit"),
            entry("reasonCodeId", "reasoncodeid reasoncode"),
            entry("callbackTime", "callbacktime scheduletime starttime"),
            entry("callbackNumber", "callbacknumber"),
            entry("consultCallId", "consultcallid othercallid"));

    private static final Map<String, String> SYNONYMS = TABLE.entrySet().stream()
            .flatMap(row -> Arrays.stream(row.getValue().split(" ")).map(word -> entry(word, row.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, String> DESTINATIONS = Map.of("queuename", "queue", "agentname", "agent");
    private static final String DESTINATION_TYPE = "destinationType";

    /** The verb's own names go first: {@code extension} is the agent's own at Login, a mediaAddress elsewhere. */
    static String canonical(DataShape shape, String sent) {
        String plain = plain(sent);
        return shape.own(plain).orElseGet(() -> SYNONYMS.getOrDefault(plain, plain));
    }

    static String plain(String name) {
        return Words.token("_-", name);
    }

    /** {@code queueName} and {@code agentName} say with the address what kind of address it is. */
    static Optional<String> destinationType(Json.Members object) {
        return object.all().stream()
                .filter(member -> !(member.value() instanceof Json.Null))
                .map(member -> DESTINATIONS.get(plain(member.name())))
                .filter(type -> type != null)
                .findFirst();
    }

    static void imply(DataShape shape, Map<String, Json> members, String type) {
        if (!shape.has(DESTINATION_TYPE)) {
            return;
        }
        Json implied = new Json.Text(type);
        Json said = members.getOrDefault(DESTINATION_TYPE, new Json.Null());
        if (said instanceof Json.Null) {
            members.put(DESTINATION_TYPE, implied);
        } else if (!(said instanceof Json.Text text)
                || !Words.trim(text.value()).equals(type)) {
            throw new RefusedException(Code.INVALID_DATA, "destinationType contradicts " + type + "Name");
        }
    }

    private DataNames() {}
}
