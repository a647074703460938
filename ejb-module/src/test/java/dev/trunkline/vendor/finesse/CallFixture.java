package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.vendor.finesse.wire.Update;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Recorded messages and the agents they were recorded for. */
final class CallFixture {
    static final AgentSession INES = agent("30214", "5101");

    static AgentSession agent(String username, String extension) {
        AgentKey key = new AgentKey(AgentKey.DEFAULT_TENANT, "ines");
        return new AgentSession(key, FinesseService.VENDOR, username, extension, "", new Credential("secret"));
    }

    static CallSnapshot snapshot(String example) {
        return snapshot(example, INES);
    }

    static CallSnapshot snapshot(String example, AgentSession agent) {
        Update update = FinesseXml.update(text(example));
        var dialog = update.dialogs().get(0);
        FinesseCall call =
                update.event().equals("DELETE") ? FinesseCall.last(agent, dialog) : FinesseCall.of(agent, dialog);
        return FinesseEventMapper.toSnapshot(call, update.requestId());
    }

    static String text(String example) {
        return resource("/dev/trunkline/vendor/finesse/" + example);
    }

    static String resource(String path) {
        try (InputStream stream = CallFixture.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private CallFixture() {}
}
