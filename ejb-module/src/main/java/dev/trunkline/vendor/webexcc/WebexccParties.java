package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.WebexccNotes.Third;
import dev.trunkline.vendor.webexcc.wire.Buddy;
import dev.trunkline.vendor.webexcc.wire.Participant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is called besides the customer. The platform takes any word for what he is and then does nothing (sheet 4), so only its own words leave
 * this place; a colleague's phone must be asked for as the agent that he is.
 */
record WebexccParties(WebexccClient client, AgentSession agent, WebexccSeat seat) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String AGENT = "agent";
    private static final String NUMBER = "dialNumber";
    private static final String ENTRY_POINT = "entryPoint";

    /** The same thing has two names (sheet 4). */
    enum Use {
        TRANSFER,
        CONSULT
    }

    /** Whom the client names. */
    Third named(Order order, Use use) {
        String to = order.text("toAddress").orElse("");
        String type = order.text("destinationType").orElse("").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "", "number", "dialnumber" -> number(to);
            case "agent" -> colleague(to).orElse(new Third(to, AGENT, to));
            case "queue" -> new Third(to, "queue", to);
            case "entrypoint" -> new Third(to, use == Use.TRANSFER ? "entrypointDialNumber" : ENTRY_POINT, to);
            default ->
                throw new VendorException(
                        Code.INVALID_DATA,
                        "destinationType: Webex Contact Center has number, agent, queue and entryPoint");
        };
    }

    private Third number(String to) {
        String dialled = WebexccNumbers.dialled(client.settings(), to, "");
        Optional<Third> colleague = WebexccNumbers.extension(dialled) ? colleague(to) : Optional.empty();
        return colleague.orElse(new Third(dialled, NUMBER, to));
    }

    /** By his phone, his name or his id. */
    private Optional<Third> colleague(String wanted) {
        return buddies().stream()
                .filter(one ->
                        wanted.equals(one.dn()) || wanted.equals(one.agentId()) || wanted.equalsIgnoreCase(one.name()))
                .findFirst()
                .map(one -> new Third(one.agentId(), AGENT, wanted));
    }

    /** Whoever may not know them calls by number. */
    private List<Buddy> buddies() {
        try {
            seat.buddiesAsked();
            client.buddies(agent, seat.user().profileId());
            return seat.buddies(PATIENCE);
        } catch (VendorException refused) {
            return List.of();
        }
    }

    /** Who is consulted: the newest on the call (sheet 10), since whom we asked for may have been a queue. */
    Third consulted(WebexccCall call) {
        List<Participant> others = call.others();
        Optional<Third> seen = others.isEmpty() ? Optional.empty() : Optional.of(third(others.get(others.size() - 1)));
        return seen.filter(not(third -> third.to().isEmpty()))
                .or(() -> seat.notes(call.id()).third().filter(third -> !third.type()
                        .equals("queue")))
                .orElseThrow(() -> new VendorException(Code.INVALID_STATE, "nobody is consulted"));
    }

    private static Third third(Participant one) {
        String type =
                switch (one.kind().toUpperCase(Locale.ROOT)) {
                    case "AGENT" -> AGENT;
                    case "EP-DN" -> ENTRY_POINT;
                    default -> NUMBER;
                };
        return new Third(one.id(), type, one.dn().isEmpty() ? one.id() : one.dn());
    }
}
