package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.webexcc.WebexccAsked.Kind;
import java.util.function.Predicate;

/** Ready is Available, Not Ready is Idle with a code (sheet 2.5). */
record WebexccStates(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    /** The code of Available. */
    private static final String NO_CODE = "0";

    void ready(String command) {
        choose(command, WebexccAgent::available, WebexccBody.state(WebexccAgent.AVAILABLE, NO_CODE, ""));
    }

    /** @param reason id or name, or {@code ""} for the usual one */
    void notReady(String command, String reason) {
        String code = new WebexccCodes(client, agent, seat).idle(reason).id();
        choose(
                command,
                now -> now.idle() && now.auxCodeId().equals(code),
                WebexccBody.state(WebexccAgent.IDLE, code, ""));
    }

    /** Not Ready, unless he is that already. */
    void awayFromReady(String command) {
        if (seat.agent().filter(WebexccAgent::available).isPresent()) {
            notReady(command, "");
        }
    }

    /** The platform has idled him because nobody heard (sheet 2.5). */
    void restore() {
        client.setState(agent, WebexccBody.state(WebexccAgent.AVAILABLE, NO_CODE, WebexccAgent.SOCKET_LOST));
    }

    private void choose(String command, Predicate<WebexccAgent> seen, String body) {
        seat.asked().begin(Kind.STATE, command, "");
        try {
            seat.choices().during(command, seen, () -> client.setState(agent, body));
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                seat.asked().settled(command);
            }
            throw refused;
        }
    }
}
