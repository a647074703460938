package dev.trunkline.vendor.finesse;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/** Call event, channel Finesse: the form of seed 001 (contract 3.3), members in its order. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
public record FinesseForm(String channel, String topic, String subtopic, Message message) {
    static FinesseForm of(Call call) {
        return new FinesseForm(
                FinesseEnvelope.FINESSE, "outbound", "OutBoundCallStateChange", new Message("event", call));
    }

    /** The body. */
    @JsonbPropertyOrder({"source", "call"})
    public record Message(String source, Call call) {}

    /** The call. */
    @JsonbPropertyOrder({"responseActual", "responseFields", "id", "callType", "event", "callVariables"})
    public record Call(
            @JsonbProperty("ResponseActual") Actual responseActual,
            @JsonbProperty("ResponseFields") Fields responseFields,
            String id,
            @JsonbProperty("CallType") String callType,
            String event,
            @JsonbProperty("CallVariables") Map<String, String> callVariables) {}

    /** The dialog as Finesse told it. */
    @JsonbPropertyOrder({"fromAddress", "id", "mediaType", "participants", "state", "toAddress", "mediaProperties"})
    public record Actual(
            String fromAddress,
            String id,
            String mediaType,
            Parties participants,
            String state,
            String toAddress,
            Media mediaProperties) {}

    /** Always an array, also for one. */
    public record Parties(@JsonbProperty("Participant") List<Party> participant) {}

    /** One party; {@code mediaAddressType} only if Finesse gives it. */
    @JsonbPropertyOrder({"mediaAddress", "mediaAddressType", "startTime", "state", "stateChangeTime"})
    public record Party(
            String mediaAddress, String mediaAddressType, String startTime, String state, String stateChangeTime) {}

    /** Type and number of the call. */
    @JsonbPropertyOrder({"callType", "dialedNumber"})
    public record Media(String callType, String dialedNumber) {}

    /** The dialog as clients read it. */
    @JsonbPropertyOrder({"fromAddress", "toAddress", "callState", "type", "campaign", "outBoundType"})
    public record Fields(
            String fromAddress,
            String toAddress,
            @JsonbProperty("CallState") String callState,
            @JsonbProperty("Type") String type,
            @JsonbProperty("Campaign") String campaign,
            @JsonbProperty("OutBoundType") String outBoundType) {}
}
