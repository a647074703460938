package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.wire.Answer;
import dev.trunkline.vendor.gws.wire.Device;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The agent's session at the switch, begun and ended (sheet 2.5); the HTTP session is another one. */
record GwsShift(GwsClient client, AgentSession agent, GwsSeat seat) {
    private static final int PARTLY = 7;
    private static final String VOICE = "voice";
    private static final String EXTENSION = "{extension}";

    /** Who is at work already is only asked for his password: he may have come with another one. */
    void begin() {
        boolean atWork = seat.agent()
                .filter(stands -> !stands.device().id().isEmpty() && !GwsAgent.loggedOut(stands.device()))
                .isPresent();
        if (atWork) {
            client.verify(agent);
        } else {
            check(client.start(agent, body()));
        }
        seat.follow().reread(); // his devices may be others now
    }

    private String body() {
        GwsSettings settings = client.settings();
        String device = Stream.of(agent.device(), agent.extension())
                .flatMap(name -> GwsAgent.named(devices(), name).stream())
                .findFirst()
                .map(found -> "/devices/" + found.id())
                .orElse("");
        return GwsBody.start(settings.place().replace(EXTENSION, agent.extension()), settings.queue(), device);
    }

    private List<Device> devices() {
        return seat.agent().map(GwsAgent::devices).orElse(List.of());
    }

    /** A partial success is one only if it is voice's. */
    private static void check(Answer answer) {
        if (answer.statusCode() != PARTLY) {
            return;
        }
        Optional<Answer.Part> failed = answer.failed().stream()
                .filter(part -> part.channel().equals(VOICE))
                .findFirst();
        boolean succeeded =
                answer.succeeded().stream().anyMatch(part -> part.channel().equals(VOICE));
        if (failed.isPresent() || !succeeded) {
            throw failed.map(part -> GwsErrorMapper.answered(
                            200,
                            new Answer(part.statusCode(), part.statusMessage(), List.of(), List.of()),
                            Optional.empty()))
                    .orElse(new VendorException(Code.PLATFORM_REJECTED, "voice is not among what was begun"));
        }
    }

    /** The event stream first: its session ends with it (sheet 2.5). */
    void end() {
        seat.follow().leaving();
        try {
            client.end(agent);
        } finally {
            seat.follow().left();
        }
    }
}
