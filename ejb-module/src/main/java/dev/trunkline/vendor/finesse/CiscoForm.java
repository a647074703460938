package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Buttons;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/** Call event, channel Cisco: the form of seed 004 (contract 3.3), members in its order, never its password. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "data"})
public record CiscoForm(String channel, String topic, String subtopic, Data data) {
    static CiscoForm of(String event, Call call) {
        return new CiscoForm(
                FinesseEnvelope.CISCO, "OutboundCall", "OutBoundCallStateChange", new Data("event", call, event));
    }

    /** The body; here the event stands beside the call. */
    @JsonbPropertyOrder({"source", "call", "event"})
    public record Data(String source, Call call, String event) {}

    /** The call. */
    @JsonbPropertyOrder({
        "buttonStates",
        "actionsAllowed",
        "responseType",
        "responseText",
        "responseActual",
        "callVariables",
        "extendedCallVariables",
        "responseFields",
        "id"
    })
    public record Call(
            @JsonbProperty("ButtonStates") Buttons.Items<String> buttonStates,
            @JsonbProperty("ActionsAllowed") Buttons.Items<Buttons.Offer> actionsAllowed,
            @JsonbProperty("ResponseType") int responseType,
            @JsonbProperty("ResponseText") String responseText,
            @JsonbProperty("ResponseActual") Actual responseActual,
            @JsonbProperty("CallVariables") Map<String, String> callVariables,
            @JsonbProperty("ExtendedCallVariables") Map<String, String> extendedCallVariables,
            @JsonbProperty("ResponseFields") Fields responseFields,
            String id) {}

    /** The dialog, and whose it is. */
    @JsonbPropertyOrder({"dialog", "user"})
    public record Actual(Dialog dialog, User user) {}

    /** As whom the agent is signed in. */
    @JsonbPropertyOrder({"extension", "username"})
    public record User(String extension, String username) {}

    /** The whole dialog. */
    @JsonbPropertyOrder({
        "associatedDialogUri",
        "fromAddress",
        "id",
        "mediaProperties",
        "mediaType",
        "participants",
        "state",
        "toAddress",
        "uri",
        "callState",
        "callStateChangeTime",
        "type"
    })
    public record Dialog(
            String associatedDialogUri,
            String fromAddress,
            String id,
            Media mediaProperties,
            String mediaType,
            Parties participants,
            String state,
            String toAddress,
            String uri,
            @JsonbProperty("CallState") String callState,
            @JsonbProperty("CallStateChangeTime") String callStateChangeTime,
            @JsonbProperty("Type") String type) {}

    /** Always an array, also for one. */
    public record Parties(List<Party> participant) {}

    /** One party; {@code mediaAddressType} only if Finesse gives it. */
    @JsonbPropertyOrder({"actions", "mediaAddress", "mediaAddressType", "startTime", "state", "stateChangeTime"})
    public record Party(
            List<String> actions,
            String mediaAddress,
            String mediaAddressType,
            String startTime,
            String state,
            String stateChangeTime) {}

    /** The two variable objects are always empty: their data is in {@code CallVariables}. */
    @JsonbPropertyOrder({
        "dnis",
        "callType",
        "dialedNumber",
        "callvariables",
        "eccvariables",
        "queueNumber",
        "queueName",
        "callKeyCallId",
        "callKeyPrefix",
        "callKeySequenceNum"
    })
    public record Media(
            @JsonbProperty("DNIS") String dnis,
            String callType,
            String dialedNumber,
            Map<String, String> callvariables,
            Map<String, String> eccvariables,
            String queueNumber,
            String queueName,
            String callKeyCallId,
            String callKeyPrefix,
            String callKeySequenceNum) {}

    /** The dialog once more, as older clients read it. */
    @JsonbPropertyOrder({
        "participants",
        "mediaProperties",
        "fromAddress",
        "mediaType",
        "toAddress",
        "callState",
        "type",
        "callStateChangeTime",
        "campaign",
        "dn"
    })
    public record Fields(
            @JsonbProperty("Participants") Parties participants,
            @JsonbProperty("MediaProperties") Media mediaProperties,
            String fromAddress,
            String mediaType,
            String toAddress,
            @JsonbProperty("CallState") String callState,
            @JsonbProperty("Type") String type,
            @JsonbProperty("CallStateChangeTime") String callStateChangeTime,
            @JsonbProperty("Campaign") String campaign,
            @JsonbProperty("DN") String dn) {}
}
