package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import dev.trunkline.vendor.webexcc.WebexccSettings.StationType;
import java.util.Optional;

/** The station session: it lives on the platform and outlives every socket (sheet 2.3, 2.4). */
record WebexccStations(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    void login(String command) {
        asked(Kind.LOGIN, command, () -> client.login(agent, station()));
    }

    /** Whether the agent's credential is good; what it may read is another matter. */
    void prove(String agentId) {
        try {
            client.user(agent, agentId);
        } catch (VendorException refused) {
            if (refused.code() != Code.FORBIDDEN && refused.code() != Code.CALL_NOT_FOUND) {
                throw refused;
            }
        }
    }

    private String station() {
        WebexccSettings settings = client.settings();
        String id = seat.agent().map(WebexccAgent::id).orElse("");
        if (agent.extension().isEmpty() && settings.stationType() != StationType.BROWSER) {
            throw new VendorException(Code.DEVICE_UNAVAILABLE, "the agent has no extension to log in with");
        }
        return WebexccBody.station(settings.stationType(), agent.extension(), id, team());
    }

    private String team() {
        return Optional.of(client.settings().teamId())
                .filter(not(String::isEmpty))
                .or(() -> seat.user().teamIds().stream().findFirst())
                .orElse("");
    }

    void logout(String command, String reason) {
        asked(Kind.LOGOUT, command, () -> client.logout(agent, reason));
    }

    private void asked(Kind kind, String command, Runnable deed) {
        seat.asked().begin(kind, command, "");
        try {
            deed.run();
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                seat.asked().settled(command);
            }
            throw refused;
        }
    }
}
