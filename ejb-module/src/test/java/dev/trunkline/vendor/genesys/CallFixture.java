package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.genesys.GenesysCall.Me;
import dev.trunkline.vendor.genesys.GenesysCall.Memory;
import dev.trunkline.vendor.genesys.GenesysEventMapper.Telling;
import dev.trunkline.vendor.genesys.wire.Conversation;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The sheet's messages, the agent they are about, and conversations put together leg by leg. */
final class CallFixture {
    static final String CALL = "5b0d5a0e-9d1c-4f5e-8c11-6a4b1f9e2d70";
    static final Me TEST_AGENT =
            new Me("9c0b1a2d-aaaa-4bbb-8ccc-0d1e2f3a4b5c", "Test Agent", "testagent.a@testdomain.com");
    static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "test"),
            GenesysService.VENDOR,
            "testagent.a@testdomain.com",
            "1001",
            "",
            new Credential("refresh-test"));
    static final Memory DIALLED = Memory.of("6085559000", "m-1", "gwRequestId");

    static String text(String example) {
        try (InputStream stream = CallFixture.class.getResourceAsStream("/dev/trunkline/vendor/genesys/" + example)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(example, e);
        }
    }

    static Conversation dialing() {
        return GenesysJson.conversation(
                GenesysFrame.of(text("example-event-dialing.json")).body());
    }

    static GenesysCall call(Conversation conversation) {
        return new GenesysCall(AGENT, TEST_AGENT, conversation, DIALLED);
    }

    /** The last thing that a conversation of these legs says. */
    static CallSnapshot last(String... legs) {
        List<CallSnapshot> told = told(legs);
        return told.get(told.size() - 1);
    }

    static List<CallSnapshot> told(String... legs) {
        return GenesysEventMapper.toSnapshots(call(legs(legs)), Telling.PLAIN);
    }

    /**
     * Legs as {@code "a agent connected talked"}: id, purpose, state, then words. {@code me} = the agent's own, {@code talked} = it was
     * connected; {@code in} = inbound, else outbound; {@code work} = wrap-up required; {@code name=value} sets any member of the flat shape.
     */
    static Conversation legs(String... legs) {
        var participants = JsonParts.JSON.createArrayBuilder();
        Stream.of(legs).forEach(leg -> participants.add(leg(leg.split(" "))));
        return GenesysJson.conversation(JsonParts.JSON
                .createObjectBuilder()
                .add("id", CALL)
                .add("participants", participants)
                .build());
    }

    private static JsonObject leg(String... words) {
        JsonObjectBuilder leg = JsonParts.JSON
                .createObjectBuilder()
                .add("id", words[0])
                .add("purpose", words[1])
                .add("state", words[2])
                .add("direction", "outbound");
        for (int i = 3; i < words.length; i++) {
            word(leg, words[i]);
        }
        return leg.build();
    }

    private static void word(JsonObjectBuilder leg, String word) {
        String[] sides = word.split("=", 2);
        switch (sides[0]) {
            case "me" -> leg.add("user", JsonParts.JSON.createObjectBuilder().add("id", TEST_AGENT.id()));
            case "talked" -> leg.add("connectedTime", "2026-03-04T10:11:13.900Z");
            case "in" -> leg.add("direction", "inbound");
            case "work" -> leg.add("wrapupRequired", true);
            case "error" ->
                leg.add("errorInfo", JsonParts.JSON.createObjectBuilder().add("code", sides[1]));
            case "sip" ->
                leg.add(
                        "disconnectReasons",
                        JsonParts.JSON
                                .createArrayBuilder()
                                .add(JsonParts.JSON
                                        .createObjectBuilder()
                                        .add("type", "sip")
                                        .add("code", Integer.parseInt(sides[1]))));
            case "attribute" ->
                leg.add(
                        "attributes",
                        JsonParts.JSON.createObjectBuilder().add(sides[1].split(":")[0], sides[1].split(":")[1]));
            case "wrapup" ->
                leg.add("wrapup", JsonParts.JSON.createObjectBuilder().add("code", sides[1]));
            default -> leg.add(sides[0], sides[1]);
        }
    }

    private CallFixture() {}
}
