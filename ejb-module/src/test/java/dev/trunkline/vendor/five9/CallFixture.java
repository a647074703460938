package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Credential;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A call as the sheet has it, with as little as is confirmed and with all of it. */
final class CallFixture {
    static final String CALL = "0F3C9A1E5B7D4A2C8E6F102938475AB1";
    static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "alice"),
            Five9Service.VENDOR,
            "agent1@acme.example",
            "1001",
            "",
            new Credential("x"));

    static String text(String example) {
        try (InputStream content = CallFixture.class.getResourceAsStream("example-" + example + ".json")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The sheet's complete example (5.5). */
    static Frame frame() {
        return Five9Json.frame(text("event-4"));
    }

    /** Of it, what is confirmed. */
    static CallInfo minimal(String state) {
        return minimal(CALL, state);
    }

    static CallInfo minimal(String id, String state) {
        return Five9Json.call(JsonParts.object("{\"id\":\"" + id + "\",\"state\":\"" + state
                + "\",\"callType\":\"MANUAL\",\"campaignId\":\"300000000000483\",\"transfer\":false,"
                + "\"userTransferringId\":null}"));
    }

    static Five9Said told(String state, String time) {
        return new Five9Said(minimal(state), time, "UPDATED", false);
    }

    static Five9Said deleted() {
        return new Five9Said(minimal(""), "", "", true);
    }

    private CallFixture() {}
}
