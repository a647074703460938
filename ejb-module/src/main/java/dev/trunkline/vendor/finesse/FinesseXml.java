package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.ApiError;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import dev.trunkline.vendor.finesse.wire.MediaProperties;
import dev.trunkline.vendor.finesse.wire.Node;
import dev.trunkline.vendor.finesse.wire.Participant;
import dev.trunkline.vendor.finesse.wire.ScheduledCallback;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import dev.trunkline.vendor.finesse.wire.Update;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** XML text to {@code wire}. Tags are found without regard to case, and one that is absent reads as empty (sheet 5.3). */
final class FinesseXml {
    /** Text of the {@code <notification>} element of a PubSub item: XML inside XML, so it is parsed once more (sheet 5.2). */
    static String notification(String payload) {
        return XmlTree.parse(payload).getTextContent();
    }

    static Update update(String text) {
        Element update = XmlTree.parse(text);
        Optional<Element> data = XmlTree.child(update, "data");
        return new Update(
                XmlTree.text(update, "event"),
                XmlTree.text(update, "requestId"),
                XmlTree.text(update, "source"),
                data.stream()
                        .flatMap(FinesseXml::dialogElements)
                        .map(FinesseXml::dialog)
                        .toList(),
                data.flatMap(d -> XmlTree.child(d, "user")).map(FinesseXml::user),
                data.stream()
                        .flatMap(d -> errors(XmlTree.children(d, "apiErrors")))
                        .toList(),
                data.flatMap(d -> XmlTree.child(d, "systemInfo")).map(FinesseXml::systemInfo));
    }

    static List<Dialog> dialogs(String text) {
        return XmlTree.children(XmlTree.parse(text), "Dialog")
                .map(FinesseXml::dialog)
                .toList();
    }

    static Dialog dialog(String text) {
        return dialog(XmlTree.parse(text));
    }

    /** The same dialog with a call type that Finesse has forgotten (sheet 10). */
    static Dialog withCallType(Dialog dialog, String callType) {
        Element element = XmlTree.parse(dialog.text());
        Element media = XmlTree.childOrNew(element, "mediaProperties");
        XmlTree.childOrNew(media, "callType").setTextContent(callType);
        return dialog(element);
    }

    static User user(String text) {
        return user(XmlTree.parse(text));
    }

    static SystemInfo systemInfo(String text) {
        return systemInfo(XmlTree.parse(text));
    }

    static List<ApiError> errors(String text) {
        return errors(Stream.of(XmlTree.parse(text))).toList();
    }

    static List<LabelledReason> reasons(String text) {
        return XmlTree.children(XmlTree.parse(text))
                .map(reason -> new LabelledReason(
                        XmlTree.text(reason, "uri"),
                        XmlTree.text(reason, "code"),
                        XmlTree.text(reason, "label"),
                        XmlTree.text(reason, "forAll"),
                        XmlTree.text(reason, "systemCode")))
                .filter(reason -> !reason.uri().isEmpty())
                .toList();
    }

    private static Stream<Element> dialogElements(Element data) {
        return Stream.concat(
                XmlTree.children(data, "dialog"),
                XmlTree.children(data, "dialogs").flatMap(list -> XmlTree.children(list, "Dialog")));
    }

    private static Stream<ApiError> errors(Stream<Element> lists) {
        return lists.flatMap(list -> XmlTree.children(list, "apiError"))
                .map(error -> new ApiError(
                        XmlTree.text(error, "errorType"),
                        XmlTree.text(error, "errorMessage"),
                        XmlTree.text(error, "errorData")));
    }

    private static Dialog dialog(Element dialog) {
        Element media = XmlTree.childOrNew(dialog, "mediaProperties");
        CallVariableSecrets.removeFrom(dialog);
        return new Dialog(
                idOf(dialog),
                XmlTree.text(dialog, "uri"),
                XmlTree.text(dialog, "associatedDialogUri"),
                XmlTree.text(dialog, "secondaryId"),
                XmlTree.text(dialog, "fromAddress"),
                XmlTree.text(dialog, "toAddress"),
                XmlTree.text(dialog, "mediaType"),
                XmlTree.text(dialog, "state"),
                mediaProperties(media),
                XmlTree.children(dialog, "participants")
                        .flatMap(list -> XmlTree.children(list, "Participant"))
                        .map(FinesseXml::participant)
                        .toList(),
                XmlTree.text(dialog, "callbackNumber"),
                scheduledCallback(XmlTree.child(dialog, "scheduledCallbackInfo")),
                XmlTree.write(dialog));
    }

    private static ScheduledCallback scheduledCallback(Optional<Element> info) {
        return new ScheduledCallback(
                info.map(told -> XmlTree.text(told, "callbackTime")).orElse(""),
                info.map(told -> XmlTree.text(told, "callbackNumber")).orElse(""));
    }

    private static String idOf(Element dialog) {
        String id = XmlTree.text(dialog, "id");
        String named = id.isEmpty() ? XmlTree.text(dialog, "uri").replaceFirst("^.*/", "") : id;
        if (named.isEmpty()) {
            throw new IllegalArgumentException("a dialog without id");
        }
        return named;
    }

    private static MediaProperties mediaProperties(Element media) {
        return new MediaProperties(
                XmlTree.text(media, "callType"),
                XmlTree.text(media, "dialedNumber"),
                XmlTree.text(media, "DNIS"),
                XmlTree.text(media, "queueName"),
                XmlTree.text(media, "queueNumber"),
                XmlTree.text(media, "callKeyCallId"),
                XmlTree.text(media, "callKeyPrefix"),
                XmlTree.text(media, "callKeySequenceNum"),
                variables(media));
    }

    private static Map<String, String> variables(Element media) {
        Map<String, String> variables = new LinkedHashMap<>();
        CallVariableSecrets.variables(media)
                .forEach(variable -> variables.put(XmlTree.text(variable, "name"), XmlTree.text(variable, "value")));
        return variables;
    }

    private static Participant participant(Element participant) {
        return new Participant(
                XmlTree.text(participant, "mediaAddress"),
                XmlTree.text(participant, "mediaAddressType"),
                XmlTree.text(participant, "state"),
                XmlTree.text(participant, "stateCause"),
                XmlTree.text(participant, "startTime"),
                XmlTree.text(participant, "stateChangeTime"),
                XmlTree.children(participant, "actions")
                        .flatMap(list -> XmlTree.children(list, "action"))
                        .map(action -> action.getTextContent().strip())
                        .filter(action -> !action.isEmpty())
                        .toList());
    }

    private static User user(Element user) {
        Element settings = XmlTree.childOrNew(user, "settings");
        Element reason = XmlTree.childOrNew(user, "reasonCode");
        return new User(
                XmlTree.text(user, "loginId"),
                XmlTree.text(user, "loginName"),
                XmlTree.text(user, "firstName"),
                XmlTree.text(user, "lastName"),
                XmlTree.text(user, "extension"),
                XmlTree.text(user, "state"),
                XmlTree.text(user, "pendingState"),
                XmlTree.text(user, "reasonCodeId"),
                XmlTree.text(reason, "label"),
                XmlTree.text(user, "stateChangeTime"),
                XmlTree.text(settings, "wrapUpOnOutgoing"));
    }

    private static SystemInfo systemInfo(Element info) {
        return new SystemInfo(
                XmlTree.text(info, "deploymentType"),
                XmlTree.text(info, "status"),
                XmlTree.text(info, "systemAuthMode"),
                XmlTree.text(info, "xmppDomain"),
                XmlTree.text(info, "xmppPubSubDomain"),
                XmlTree.text(info, "timezoneOffset"),
                Stream.of("primaryNode", "secondaryNode")
                        .flatMap(name -> XmlTree.children(info, name))
                        .map(node -> new Node(XmlTree.text(node, "host"), XmlTree.text(node, "xmppSecurePort")))
                        .toList());
    }

    private FinesseXml() {}
}
