package dev.trunkline.vendor.finesse;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.trunkline.model.Action;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.AgentStateForm;
import dev.trunkline.model.Buttons;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.MediaProperties;
import dev.trunkline.vendor.finesse.wire.Participant;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The messages of contract 3.3 and 6.3, profile exact, as JSON text: one for each of the two channel names. */
final class FinesseEnvelope {
    static final String FINESSE = "Finesse";
    static final String CISCO = "Cisco";

    private static final Jsonb JSON = JsonbBuilder.create();
    /** For the one form that writes null: not for members with JsonbProperty, which Yasson 3.0.4 leaves out all the same. */
    private static final Jsonb JSON_WITH_NULLS = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private static final int CALL_VARIABLES = 10;

    /** Rows of contract section 4 whose Finesse action is in bold. */
    private static final Map<String, Action> BUTTONS = Stream.of(
                    Action.ACCEPT,
                    Action.ANSWER,
                    Action.REJECT,
                    Action.CLOSE,
                    Action.TRANSFER_SST,
                    Action.CONSULT_CALL,
                    Action.TRANSFER,
                    Action.CONFERENCE,
                    Action.HOLD,
                    Action.RETRIEVE,
                    Action.UPDATE_CALL_DATA,
                    Action.DROP,
                    Action.UPDATE_SCHEDULED_CALLBACK,
                    Action.CANCEL_SCHEDULED_CALLBACK)
            .collect(toMap(Action::name, identity()));

    /** Campaign calls are named in words of their own (contract 3.3). */
    private static final Map<String, String> CAMPAIGN_CALLS = Map.of(
            "OUTBOUND", "Outbound",
            "OUTBOUND_PREVIEW", "Outbound Preview",
            "OUTBOUND_DIRECT_PREVIEW", "Outbound Direct Preview");

    /** Where the agent may choose: Finesse keeps what is asked for during a call as pending (sheet 2.4). */
    private static final Set<AgentState> MAY_CHOOSE = EnumSet.of(AgentState.WORK, AgentState.TALKING, AgentState.HOLD);

    static Map<String, String> callForms(FinesseCall call) {
        return Map.of(FINESSE, JSON.toJson(finesse(call)), CISCO, JSON.toJson(cisco(call)));
    }

    static Map<String, String> stateForms(AgentSnapshot agent) {
        return Stream.of(FINESSE, CISCO)
                .collect(toMap(
                        identity(),
                        channel -> JSON_WITH_NULLS.toJson(
                                AgentStateForm.of(channel, agent, MAY_CHOOSE.contains(agent.state())))));
    }

    private static FinesseForm finesse(FinesseCall call) {
        Dialog dialog = call.dialog();
        String kind = callType(call);
        var actual = new FinesseForm.Actual(
                call.from(),
                dialog.id(),
                dialog.mediaType(),
                new FinesseForm.Parties(dialog.participants().stream()
                        .map(FinesseEnvelope::party)
                        .toList()),
                FinesseCall.word(dialog.state()),
                call.to(),
                new FinesseForm.Media(
                        call.callType(),
                        FinesseCall.address(dialog.mediaProperties().dialedNumber())));
        var fields = new FinesseForm.Fields(
                call.from(),
                call.to(),
                call.state(),
                kind,
                call.manual() ? dialog.id() : call.campaign(),
                call.outBoundType());
        return FinesseForm.of(new FinesseForm.Call(
                actual, fields, dialog.id(), kind, call.state(), FinesseEventMapper.filled(call.variables())));
    }

    private static FinesseForm.Party party(Participant participant) {
        return new FinesseForm.Party(
                FinesseCall.address(participant.mediaAddress()),
                onlyIfGiven(participant.mediaAddressType()),
                PlatformTime.normal(participant.startTime()),
                FinesseCall.word(participant.state()),
                PlatformTime.normal(participant.stateChangeTime()));
    }

    private static String callType(FinesseCall call) {
        if (call.manual()) {
            return "OB_" + (call.callType().isEmpty() ? "OUT" : call.callType());
        }
        String type = call.callType().isEmpty() ? "OUTBOUND" : call.callType();
        return CAMPAIGN_CALLS.getOrDefault(type, type);
    }

    private static CiscoForm cisco(FinesseCall call) {
        Buttons buttons = Buttons.of(call.actions().stream()
                .map(BUTTONS::get)
                .flatMap(action -> Optional.ofNullable(action).stream())
                .distinct()
                .toList());
        var parties = new CiscoForm.Parties(call.dialog().participants().stream()
                .map(FinesseEnvelope::ciscoParty)
                .toList());
        var media = media(call);
        return CiscoForm.of(
                call.state(),
                new CiscoForm.Call(
                        buttons.states(),
                        buttons.actions(),
                        0,
                        "Success",
                        new CiscoForm.Actual(dialog(call, media, parties), user(call)),
                        callVariables(call.variables()),
                        eccVariables(call.variables()),
                        fields(call, media, parties),
                        call.dialog().id()));
    }

    private static CiscoForm.User user(FinesseCall call) {
        return new CiscoForm.User(call.agent().extension(), call.agent().username());
    }

    private static CiscoForm.Dialog dialog(FinesseCall call, CiscoForm.Media media, CiscoForm.Parties parties) {
        Dialog dialog = call.dialog();
        return new CiscoForm.Dialog(
                dialog.associatedDialogUri(),
                call.from(),
                dialog.id(),
                media,
                dialog.mediaType(),
                parties,
                FinesseCall.word(dialog.state()),
                call.to(),
                dialog.uri(),
                call.state(),
                call.stateChangeTime(),
                "outbound");
    }

    private static CiscoForm.Fields fields(FinesseCall call, CiscoForm.Media media, CiscoForm.Parties parties) {
        return new CiscoForm.Fields(
                parties,
                media,
                call.from(),
                call.dialog().mediaType(),
                call.to(),
                call.state(),
                "outbound",
                call.stateChangeTime(),
                call.campaign(),
                media.dialedNumber());
    }

    private static CiscoForm.Media media(FinesseCall call) {
        MediaProperties media = call.dialog().mediaProperties();
        return new CiscoForm.Media(
                media.dnis(),
                call.callType(),
                FinesseCall.address(media.dialedNumber()),
                Map.of(),
                Map.of(),
                media.queueNumber(),
                media.queueName(),
                media.callKeyCallId(),
                media.callKeyPrefix(),
                media.callKeySequenceNum());
    }

    private static CiscoForm.Party ciscoParty(Participant participant) {
        return new CiscoForm.Party(
                participant.actions(),
                FinesseCall.address(participant.mediaAddress()),
                onlyIfGiven(participant.mediaAddressType()),
                PlatformTime.normal(participant.startTime()),
                FinesseCall.word(participant.state()),
                PlatformTime.normal(participant.stateChangeTime()));
    }

    private static Map<String, String> callVariables(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>();
        IntStream.rangeClosed(1, CALL_VARIABLES)
                .mapToObj(number -> "callVariable" + number)
                .forEach(name -> all.put(name, variables.getOrDefault(name, "")));
        FinesseEventMapper.filled(variables).forEach((name, value) -> {
            if (!FinesseVariables.ecc(name)) {
                all.put(name, value);
            }
        });
        return all;
    }

    private static Map<String, String> eccVariables(Map<String, String> variables) {
        Map<String, String> ecc = new LinkedHashMap<>(variables);
        ecc.keySet().removeIf(name -> !FinesseVariables.ecc(name));
        return ecc;
    }

    /** JSON-B leaves out what is null: the contract's "only if". */
    private static String onlyIfGiven(String text) {
        return text.isEmpty() ? null : text;
    }

    private FinesseEnvelope() {}
}
