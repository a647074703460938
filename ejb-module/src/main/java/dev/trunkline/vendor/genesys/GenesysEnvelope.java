package dev.trunkline.vendor.genesys;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.AgentStateForm;
import java.util.Map;

/** The messages of contract 3.3 and 6.3, profile exact, as JSON text. */
final class GenesysEnvelope {
    static final String CHANNEL = "Genesys";

    private static final String OUTBOUND = "outbound";

    /** @param event the platform's word, as it is published */
    static Map<String, String> callForms(GenesysCall call, String event) {
        boolean manual = call.manual();
        var fields = new GenesysForm.Fields(
                manual ? null : call.numbers().from(),
                call.numbers().to(),
                event,
                OUTBOUND,
                outBoundType(call),
                manual ? null : call.campaign());
        var user =
                new GenesysForm.User(call.me().name().strip(), call.me().login().strip());
        return Map.of(
                CHANNEL,
                Json.text(GenesysForm.of(new GenesysForm.Call(
                        fields, user, manual ? null : call.variables(), call.id(), event, OUTBOUND))));
    }

    /** Contract 3.5; in which mode a campaign dials is not asked for yet, since only campaigns' own verbs need to know. */
    static String outBoundType(GenesysCall call) {
        return call.manual() ? "manualdial" : OUTBOUND;
    }

    /** Presence can be chosen at any time; during a call it changes what comes after it. */
    static Map<String, String> stateForms(AgentSnapshot agent) {
        boolean mayChoose = agent.state() == AgentState.TALKING || agent.state() == AgentState.WORK;
        return Map.of(CHANNEL, Json.textWithNulls(AgentStateForm.of(CHANNEL, agent, mayChoose)));
    }

    private GenesysEnvelope() {}
}
