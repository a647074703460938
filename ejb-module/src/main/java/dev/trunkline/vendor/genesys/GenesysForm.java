package dev.trunkline.vendor.genesys;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;

/** Call event, channel Genesys: the form of seed 000 (contract 3.3), members in its order. What is null is left out. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
public record GenesysForm(String channel, String topic, String subtopic, Message message) {
    static GenesysForm of(Call call) {
        return new GenesysForm(
                GenesysEnvelope.CHANNEL, "outbound", "OutBoundCallStateChange", new Message(call, "event"));
    }

    /** The body. */
    @JsonbPropertyOrder({"call", "source"})
    public record Message(Call call, String source) {}

    /** The call; {@code CallVariables} not on a manual dial. */
    @JsonbPropertyOrder({"responseFields", "user", "callVariables", "id", "event", "callType"})
    public record Call(
            @JsonbProperty("ResponseFields") Fields responseFields,
            @JsonbProperty("User") User user,
            @JsonbProperty("CallVariables") Map<String, String> callVariables,
            String id,
            String event,
            @JsonbProperty("CallType") String callType) {}

    /** {@code fromAddress} and {@code Campaign} not on a manual dial. */
    @JsonbPropertyOrder({"fromAddress", "toAddress", "callState", "type", "outBoundType", "campaign"})
    public record Fields(
            String fromAddress,
            String toAddress,
            @JsonbProperty("CallState") String callState,
            @JsonbProperty("Type") String type,
            @JsonbProperty("OutBoundType") String outBoundType,
            @JsonbProperty("Campaign") String campaign) {}

    /** Display name and login, under the names that the seed's sample has them. */
    @JsonbPropertyOrder({"userId", "extension"})
    public record User(@JsonbProperty("UserId") String userId, @JsonbProperty("Extension") String extension) {}
}
