package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.Update;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A dialog in the sheet's spelling; a party is {@code "5101 AGENT_DEVICE ACTIVE HOLD DROP"}, an outsider's kind is {@code -}. */
    static Dialog dialog(String id, String callType, String from, String to, String... parties) {
        String participants = Stream.of(parties).map(CallFixture::party).collect(Collectors.joining());
        return FinesseXml.dialog("<Dialog><id>" + id + "</id><fromAddress>" + from + "</fromAddress><toAddress>" + to
                + "</toAddress><mediaType>Voice</mediaType><state>ACTIVE</state><mediaProperties><callType>" + callType
                + "</callType></mediaProperties><participants>" + participants + "</participants></Dialog>");
    }

    private static String party(String words) {
        List<String> all = List.of(words.split(" "));
        String actions = all.stream()
                .skip(3)
                .map(action -> "<action>" + action + "</action>")
                .collect(Collectors.joining());
        return "<Participant><actions>" + actions + "</actions><mediaAddress>" + all.get(0)
                + "</mediaAddress><mediaAddressType>" + all.get(1).replace("-", "") + "</mediaAddressType><state>"
                + all.get(2) + "</state></Participant>";
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
