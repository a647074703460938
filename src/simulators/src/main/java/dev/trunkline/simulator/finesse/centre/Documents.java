package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.finesse.wire.Markup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A user, a dialog, an error as Finesse spells them (sheet 2.4, 5.3, 5.4). Pure. */
public final class Documents {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Documents() {}

    public static String time(Instant moment) {
        return TIME.format(moment);
    }

    public static String user(String tag, Agent agent, Rules rules) {
        String uri = "/finesse/api/User/" + agent.id();
        return new Markup()
                .open(tag)
                .text("dialogs", uri + "/Dialogs")
                .text("extension", agent.extension())
                .text("firstName", agent.person().firstName())
                .text("lastName", agent.person().lastName())
                .text("loginId", agent.id())
                .text("loginName", agent.id())
                .text("pendingState", agent.pending().map(Enum::name).orElse(""))
                .text("reasonCodeId", agent.reason())
                .open("roles")
                .text("role", "Agent")
                .close()
                .open("settings")
                .text("wrapUpOnIncoming", rules.wrapUpOnIncoming())
                .text("wrapUpOnOutgoing", rules.wrapUpOnOutgoing())
                .close()
                .text("state", agent.state())
                .text("stateChangeTime", time(agent.changed()))
                .text("teamId", "5001")
                .text("teamName", "Collections")
                .text("uri", uri)
                .close()
                .toString();
    }

    public static String dialogs(List<Dialog> dialogs) {
        Markup markup = new Markup().open("Dialogs");
        dialogs.forEach(dialog -> markup.add(dialog("Dialog", dialog)));
        return markup.close().toString();
    }

    public static String dialog(String tag, Dialog dialog) {
        Call call = dialog.call();
        Markup markup = new Markup()
                .open(tag)
                .text(
                        "associatedDialogUri",
                        call.leg().map(CampaignLeg::associatedUri).orElse(""));
        call.leg().ifPresent(leg -> campaign(markup, leg));
        markup.text("fromAddress", call.fromAddress()).text("id", call.id());
        mediaProperties(markup, dialog);
        markup.text("mediaType", "Voice").open("participants");
        call.participants().forEach(participant -> participant(markup, call, participant));
        return markup.close()
                .text("secondaryId", call.secondaryId())
                .text("state", call.state())
                .text("toAddress", call.toAddress())
                .text("uri", call.uri())
                .close()
                .toString();
    }

    /** What only dialogs of campaigns have, and only some (sheet 4.3, 4.4). */
    private static void campaign(Markup markup, CampaignLeg leg) {
        if (!leg.callbackNumber().isEmpty()) {
            markup.text("callbackNumber", leg.callbackNumber());
        }
        leg.record().callback().ifPresent(callback -> markup.open("scheduledCallbackInfo")
                .text("callbackTime", callback.time())
                .text("callbackNumber", callback.number())
                .close());
    }

    private static void mediaProperties(Markup markup, Dialog dialog) {
        Call call = dialog.call();
        boolean ofCampaign = dialog.ofCampaign();
        markup.open("mediaProperties")
                .text("DNIS", call.route().dnis())
                .text("callType", dialog.callType())
                .text("dialedNumber", call.route().dialled())
                .text("mediaId", 1)
                .text("outboundClassification", call.classification())
                .text("queueName", ofCampaign ? CampaignRecord.CAMPAIGN : "")
                .text("queueNumber", ofCampaign ? CampaignRecord.QUEUE_NUMBER : "")
                .text("callKeyCallId", call.id().substring(call.id().length() - 4))
                .text("callKeyPrefix", 153921)
                .text("callKeySequenceNum", 1)
                .text("wrapUpReason", dialog.wrapUpReason())
                .open("callvariables");
        call.variables().forEach((name, value) -> markup.open("CallVariable")
                .text("name", name)
                .text("value", value)
                .close());
        markup.close().close();
    }

    private static void participant(Markup markup, Call call, Participant participant) {
        markup.open("Participant").open("actions");
        Action.of(call, participant).forEach(action -> markup.text("action", action));
        markup.close()
                .text("mediaAddress", participant.mediaAddress())
                .text("mediaAddressType", participant.agentDevice() ? "AGENT_DEVICE" : "")
                .text("startTime", time(participant.started()))
                .text("state", participant.state())
                .text("stateCause", participant.cause().map(Enum::name).orElse(""))
                .text("stateChangeTime", time(participant.changed()))
                .close();
    }

    /** In a notification the names are lower case. */
    static String error(CtiError error) {
        return new Markup()
                .open("apiErrors")
                .open("apiError")
                .text("errorData", error.code())
                .text("errorMessage", error.message())
                .text("errorType", error.type())
                .close()
                .close()
                .toString();
    }

    static String update(String data, String event, String requestId, String source) {
        return new Markup()
                .open("Update")
                .open("data")
                .add(data)
                .close()
                .text("event", event)
                .text("requestId", requestId)
                .text("source", source)
                .close()
                .toString();
    }
}
