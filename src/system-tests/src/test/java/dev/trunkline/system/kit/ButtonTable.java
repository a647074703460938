package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of contract 4, read by ourselves: {@code verb|button|key|variable name|members|action on channel Cisco}. */
public final class ButtonTable {
    private static final int VARIABLE_TYPE = 3;
    private static final String OUTCOME = "callID,wrapup,customwrapup,iscustomwrapup,ready";

    private static final List<Row> ROWS = Stream.of(
                    "Accept|Accept|SetACCEPT|AcceptCall|CallID,MediaAddress|ACCEPT",
                    "Answer|Answer|SetANSWER|AnswerCall|CallID,MediaAddress|ANSWER",
                    "Reject|Reject|SetREJECT|RejectCall|CallID|REJECT",
                    "Close|Close|SetCLOSE|CloseCall|CallID|CLOSE",
                    "Skip|Skip|SetSKIP|SkipCall|CallID|-",
                    "DirectTransfer|DirectTransfer|SetTRANSFER_SST|DirectTransferCall|CallID,MediaAddress,TOAddress|TRANSFER_SST",
                    "Consult|Consult|SetCONSULT_CALL|ConsultCall|CallID,MediaAddress,TOAddress|CONSULT_CALL",
                    "Transfer|Transfer|SetTRANSFER|TransferCall|CallID,MediaAddress|TRANSFER",
                    "Conference|Conference|SetCONFERENCE|ConferenceCall|CallID,MediaAddress|CONFERENCE",
                    "DropConsult|DropConsult|SetDROP_CONSULT|DropConsultCall|CallID|-",
                    "Swap|Swap|SetSWAP|SwapCall|CallID|-",
                    "Hold|Hold|SetHOLD|HoldCall|CallID,MediaAddress|HOLD",
                    "Retrieve|Retrieve|SetRETRIEVE|RetrieveCall|CallID,MediaAddress|RETRIEVE",
                    "UpdateCallData|UpdateCallData|SetUPDATE_CALL_DATA|UpdateCallData|callID,label|UPDATE_CALL_DATA",
                    "SendDTMF|SendDTMF|SetSEND_DTMF|SendDTMFCall|CallID,MediaAddress,Digits|-",
                    "Drop|Drop|SetDROP|DropCall|CallID,MediaAddress|DROP",
                    "Schedule|UpdateSchedule|SetUPDATE_SCHEDULED_CALLBACK|UpdateSchedule|callID,extn|UPDATE_SCHEDULED_CALLBACK",
                    "CancelSchedule|CancelSchedule|SetCANCEL_SCHEDULED_CALLBACK|CancelSchedule|callID,extn|CANCEL_SCHEDULED_CALLBACK",
                    "Reclassify|Reclassify|SetRECLASSIFY|ReclassifyCall|callID,value,extn|-",
                    "Mute|Mute|SetMUTE|MuteCall|CallID|-",
                    "Unmute|Unmute|SetUNMUTE|UnmuteCall|CallID|-",
                    "WrapUp|WrapUp|SetWRAP_UP|WrapUpCall|" + OUTCOME + "|-",
                    "DropParticipant|DropParticipant|SetPARTICIPANT_DROP|DropParticipant|CallID,ParticipantAddress|-")
            .map(Row::of)
            .toList();

    /** @param ciscoAction the platform's word that opens it on channel Cisco; {@code -} if none does */
    private record Row(
            String verb, String button, String key, String variableName, List<String> members, String ciscoAction) {
        static Row of(String line) {
            String[] cells = line.split("\\|");
            return new Row(cells[0], cells[1], cells[2], cells[3], List.of(cells[4].split(",")), cells[5]);
        }
    }

    private ButtonTable() {}

    /** The verbs that a block offers, in its order. */
    static List<String> verbs(JsonNode gateway) {
        return names(gateway.at("/actionsAllowed/items")).stream()
                .map(key -> row(key).verb)
                .toList();
    }

    /** Our block, on every channel: in the order of the table. */
    static void check(JsonNode gateway) {
        if (gateway.has("actionsAllowed") || gateway.has("buttonStates")) {
            List<String> given = names(gateway.at("/actionsAllowed/items"));
            List<Row> rows =
                    ROWS.stream().filter(row -> given.contains(row.key)).toList();
            check(gateway.path("buttonStates"), gateway.path("actionsAllowed"), rows);
        }
    }

    /** Channel Cisco: in the order of the platform's actions. */
    public static void checkCisco(JsonNode call, List<String> actions) {
        List<Row> rows = actions.stream()
                .map(ButtonTable::opened)
                .flatMap(Optional::stream)
                .toList();
        check(call.path("ButtonStates"), call.path("ActionsAllowed"), rows);
    }

    private static void check(JsonNode buttons, JsonNode actions, List<Row> rows) {
        assertThat(names(actions.path("items")))
                .isEqualTo(rows.stream().map(Row::key).toList());
        assertThat(names(buttons.path("items")))
                .isEqualTo(rows.stream().map(Row::button).toList());
        assertThat(actions.path("count").asInt(-1)).isEqualTo(rows.size());
        assertThat(buttons.path("count").asInt(-1)).isEqualTo(rows.size());
        rows.forEach(row -> {
            JsonNode action = actions.path("items").path(row.key);
            assertThat(action.path("VariableName").asText()).isEqualTo(row.variableName);
            assertThat(action.path("VariableType").asInt()).isEqualTo(VARIABLE_TYPE);
            assertThat(action.path("ButtonName").asText()).isEqualTo(row.button);
            assertThat(names(action.path("VariableStructure"))).isEqualTo(row.members);
            assertThat(action.path("VariableStructure"))
                    .allMatch(value -> value.asText("-").isEmpty());
            assertThat(buttons.path("items").path(row.button).asText()).isEqualTo("Enable");
        });
    }

    /** The subtopic that a client of channel Cisco posts back. */
    public static Optional<String> keyOf(String verb) {
        return ROWS.stream().filter(row -> row.verb.equals(verb)).map(Row::key).findFirst();
    }

    private static Row row(String key) {
        return ROWS.stream().filter(row -> row.key.equals(key)).findFirst().orElseThrow();
    }

    private static Optional<Row> opened(String action) {
        return ROWS.stream().filter(row -> row.ciscoAction.equals(action)).findFirst();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
