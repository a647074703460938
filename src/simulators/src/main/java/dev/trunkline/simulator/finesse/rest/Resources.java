package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.finesse.Door;
import dev.trunkline.simulator.finesse.centre.AgentState;
import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.centre.DialogCommand;
import dev.trunkline.simulator.finesse.centre.ReasonCode;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Timing;
import dev.trunkline.simulator.finesse.centre.WrapUpReasons;
import dev.trunkline.simulator.finesse.wire.Element;
import dev.trunkline.simulator.web.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What each path below {@code /finesse/api} does for an agent who is known by now (sheet 9.3). */
final class Resources {
    private static final Set<String> CATEGORIES = Set.of("NOT_READY", "LOGOUT");
    private static final Set<String> STATES = Set.of("READY", "NOT_READY", "LOGOUT");

    private final Centre centre;
    private final Rules rules;
    private final Timing timing;
    private final Counters counters;
    private final Faults faults;
    private final String node;
    private final Door door;

    Resources(FinesseRest.Parts parts) {
        centre = parts.centre();
        rules = parts.rules();
        timing = parts.timing();
        counters = parts.counters();
        faults = parts.faults();
        node = parts.node();
        door = parts.door();
    }

    Answer answer(Incoming request, String agent) {
        return switch (request.step(2)) {
            case "User" -> user(request, agent);
            case "Dialog" -> dialog(request, agent);
            default -> throw ApiErrorException.notFound("Not Found", String.join("/", request.path()));
        };
    }

    private Answer user(Incoming request, String agent) {
        String id = request.step(3);
        if (!centre.knows(id)) {
            throw ApiErrorException.notFound("User Not Found", id);
        }
        if (!id.equals(agent)) {
            throw ApiErrorException.otherUser(id);
        }
        String what = request.method() + " "
                + String.join("/", request.path().subList(4, request.path().size()));
        return switch (what) {
            case "GET " -> Answers.of(centre.user(id));
            case "PUT " -> change(request, id);
            case "GET Dialogs" -> Answers.of(centre.dialogs(id));
            case "POST Dialogs" -> dial(request, id);
            case "GET ReasonCodes" -> reasonCodes(request);
            case "GET WrapUpReasons" -> Answers.of(WrapUpReasons.document());
            default -> throw ApiErrorException.notFound("Not Found", what);
        };
    }

    private static Answer reasonCodes(Incoming request) {
        String category = request.query().getOrDefault("category", "");
        if (category.isEmpty()) {
            throw ApiErrorException.missing("category");
        }
        if (!CATEGORIES.contains(category)) {
            throw ApiErrorException.invalidInput("There is no such category", category);
        }
        return Answers.of(ReasonCode.document(category));
    }

    private Answer change(Incoming request, String id) {
        counters.count("state");
        Element user = request.element("User");
        String state = user.textOf("state").orElseThrow(() -> ApiErrorException.missing("state"));
        if (state.equals("LOGIN")) {
            String extension = user.textOf("extension").orElseThrow(() -> ApiErrorException.missing("extension"));
            signIn(id, extension, request.requestId());
        } else if (STATES.contains(state)) {
            centre.changeState(id, AgentState.valueOf(state), reason(user), request.requestId());
        } else {
            throw ApiErrorException.invalidInput("Not a state to ask for", state);
        }
        return Answers.accepted();
    }

    /** How a node answers whom it does not let in is unconfirmed. */
    private void signIn(String id, String extension, String requestId) {
        if (!door.admits(id)) {
            throw new ApiErrorException(401, "Invalid State", "Signed in at the other node", id);
        }
        door.cameIn(id);
        centre.signIn(id, node, extension, requestId);
    }

    private static int reason(Element user) {
        String text = user.textOf("reasonCodeId").orElse("-1");
        if (!text.matches("-1|[0-9]{1,9}")) {
            throw ApiErrorException.invalidInput("reasonCodeId must be a number", text);
        }
        return Integer.parseInt(text);
    }

    private Answer dial(Incoming request, String id) {
        DialogBody body = new DialogBody(request.element("Dialog"));
        String action = body.required("requestedAction");
        if (!action.equals("MAKE_CALL")) {
            throw ApiErrorException.invalidInput("Only MAKE_CALL creates a dialog", action);
        }
        String from = body.required("fromAddress");
        String to = body.required("toAddress");
        checkDestination(from, to);
        if (rules.uccx() && body.hasMediaProperties()) {
            throw ApiErrorException.invalidInput("mediaProperties are not for this deployment", "mediaProperties");
        }
        if (body.wrapUpReason().isPresent()) {
            throw ApiErrorException.invalidInput("A new call has no wrap-up reason", "wrapUpReason");
        }
        FarEnd farEnd = centre.rings(to) ? FarEnd.ANSWERS : FarEnd.of(to);
        return unlessRefused(farEnd, () -> centre.makeCall(id, from, to, body.variables(), request.requestId()));
    }

    /** How a request to call somebody is answered depends on the number, too. */
    private Answer unlessRefused(FarEnd farEnd, Runnable deed) {
        if (farEnd == FarEnd.SERVER_ERROR || farEnd == FarEnd.RATE_LIMITED) {
            return Answers.status(farEnd == FarEnd.SERVER_ERROR ? 500 : 429);
        }
        deed.run();
        return switch (farEnd) {
            case SLOW_DIAL_ANSWER -> Answers.accepted().after(timing.slowAnswer());
            case LOST_DIAL_ANSWER -> Answers.accepted().lose();
            default -> Answers.accepted();
        };
    }

    private static void checkDestination(String from, String to) {
        if (to.equals(from)) {
            throw new ApiErrorException(400, "Invalid Destination", "The agent's own extension", to);
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(to)) {
            throw ApiErrorException.invalidInput("toAddress must be ASCII", to);
        }
    }

    private Answer dialog(Incoming request, String agent) {
        if (request.path().size() != 4) {
            throw ApiErrorException.notFound("Not Found", String.join("/", request.path()));
        }
        String id = request.step(3);
        return switch (request.method()) {
            case "GET" -> Answers.of(centre.dialog(agent, id));
            case "PUT" -> command(request, agent, id);
            default -> throw ApiErrorException.notFound("Not Found", request.method());
        };
    }

    private Answer command(Incoming request, String agent, String id) {
        DialogCommand command = new DialogBody(request.element("Dialog")).command(request.requestId());
        if (command.action().equals("ACCEPT")) {
            return unlessRefused(centre.campaigns().farEnd(id), () -> accept(agent, id, command));
        }
        centre.command(agent, id, command);
        return Answers.accepted();
    }

    /** The record may be withdrawn while the 202 is on its way. */
    private void accept(String agent, String id, DialogCommand command) {
        centre.command(agent, id, command);
        if (faults.active("withdraw-offer", agent)) {
            centre.campaigns().withdrawFrom(agent);
        }
    }
}
