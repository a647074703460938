package dev.trunkline.simulator.webexcc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;

/** What the control plane says of the platform: addresses, client, people, ids. */
record Described(JsonNode json) {
    static Described of(Simulators simulators) {
        return new Described(new Control(simulators).get("/platforms/webexcc").json());
    }

    String text(String pointer) {
        return json.at(pointer).asText();
    }

    String api() {
        return text("/addresses/api");
    }

    String orgId() {
        return text("/orgId");
    }

    JsonNode person(String name) {
        return json.path("people").path(name);
    }

    String agentId(String name) {
        return person(name).path("agentId").asText();
    }

    String extension(String name) {
        return person(name).path("extension").asText();
    }

    String teamId(String name) {
        return person(name).path("teamId").asText();
    }

    String entryPoint() {
        return text("/entryPointId");
    }

    /** An inbound one, with a flow. */
    String flowEntryPoint() {
        return text("/flowEntryPointId");
    }

    String ani() {
        return text("/anis/0");
    }

    String wrapUpCode(String name) {
        return json.path("wrapUpCodes").path(name).asText();
    }

    String idleCode(String name) {
        return json.path("idleCodes").path(name).asText();
    }

    String queue(String name) {
        return json.path("queues").path(name).asText();
    }
}
