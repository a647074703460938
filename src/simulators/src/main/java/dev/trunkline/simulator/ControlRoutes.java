package dev.trunkline.simulator;

import dev.trunkline.simulator.ControlPlane.JsonBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which path of the control plane does what; platforms are only known by name. */
final class ControlRoutes {
    private static final Map<String, String> HELP = help();
    private static final Set<String> FAR_END_ACTIONS = Set.of("answer", "hangup");

    private final Map<String, Platform> platforms;

    ControlRoutes(Map<String, Platform> platforms) {
        this.platforms = platforms;
    }

    Object answer(String method, String path, JsonBody body) {
        List<String> steps = List.of(path.replaceAll("^/+|/+$", "").split("/", -1));
        return switch (method) {
            case "GET" -> read(steps);
            case "POST" -> act(steps, body);
            default -> throw new RefusedException(405, "Use GET or POST; GET / lists what there is.");
        };
    }

    private Object read(List<String> steps) {
        return switch (steps.get(0)) {
            case "" -> HELP;
            case "calls" ->
                platforms.values().stream()
                        .flatMap(platform -> platform.books().stream())
                        .toList();
            case "platforms" -> readPlatforms(steps);
            default -> throw unknown();
        };
    }

    private Object readPlatforms(List<String> steps) {
        if (steps.size() == 1) {
            return platforms.values().stream().map(Platform::description).toList();
        }
        Platform platform = platform(steps);
        return switch (steps.size() == 2 ? "" : steps.get(2)) {
            case "" -> platform.description();
            case "calls" -> platform.books();
            case "offers" -> platform.offers();
            case "callbacks" -> platform.callbacks();
            case "sessions" -> platform.sessions();
            case "requests" -> platform.requests();
            case "told" -> told(platform, steps);
            default -> throw unknown();
        };
    }

    private static List<String> told(Platform platform, List<String> steps) {
        if (steps.size() != 4) {
            throw unknown();
        }
        return platform.told(steps.get(3));
    }

    private Object act(List<String> steps, JsonBody body) {
        if (steps.equals(List.of("reset"))) {
            platforms.values().forEach(Platform::reset);
            return done("reset");
        }
        if (steps.size() < 3 || !steps.get(0).equals("platforms")) {
            throw unknown();
        }
        Platform platform = platform(steps);
        return switch (steps.get(2)) {
            case "faults" -> inject(platform, body.as(Fault.class));
            case "offers" -> offer(platform, steps, body);
            case "calls" -> farEnd(platform, steps, body.as(FarEndRequest.class));
            case "tokens" -> platform.issueToken(body.as(TokenRequest.class).agent());
            case "reset" -> resetOne(platform);
            default -> throw unknown();
        };
    }

    private static Object resetOne(Platform platform) {
        platform.reset();
        return done("reset");
    }

    private static Object inject(Platform platform, Fault fault) {
        platform.inject(fault);
        return done(fault.kind());
    }

    private static Object offer(Platform platform, List<String> steps, JsonBody body) {
        if (steps.size() == 3) {
            return platform.offer(body.as(Offer.class));
        }
        if (steps.size() != 5 || !steps.get(4).equals("withdraw")) {
            throw unknown();
        }
        platform.withdraw(steps.get(3));
        return done("withdraw");
    }

    private static Object farEnd(Platform platform, List<String> steps, FarEndRequest request) {
        if (steps.size() != 5 || !steps.get(4).equals("far-end")) {
            throw unknown();
        }
        if (request.action() == null || !FAR_END_ACTIONS.contains(request.action())) {
            throw new RefusedException(400, "The far end can do {\"action\":\"answer\"} or {\"action\":\"hangup\"}.");
        }
        platform.farEnd(steps.get(3), request.action());
        return done(request.action());
    }

    private Platform platform(List<String> steps) {
        Platform platform = platforms.get(steps.get(1));
        if (platform == null) {
            throw new RefusedException(
                    404, "There is no platform '" + steps.get(1) + "' here, there are " + platforms.keySet() + ".");
        }
        return platform;
    }

    private static RefusedException unknown() {
        return new RefusedException(404, "Nothing is at this path; GET / lists what there is.");
    }

    private static Map<String, String> done(String what) {
        return Map.of("done", what);
    }

    private static Map<String, String> help() {
        Map<String, String> help = new LinkedHashMap<>();
        help.put("GET /calls", "every call that a platform really created");
        help.put("POST /reset", "ends calls, keeps sessions, clears books, faults and locks");
        help.put("GET /platforms", "names, addresses, settings");
        help.put("GET /platforms/{platform}/sessions", "the agents' open event streams");
        help.put("GET /platforms/{platform}/requests", "how often each kind of request arrived");
        help.put("GET /platforms/{platform}/told/{agent}", "the last messages that went to an agent");
        help.put("POST /platforms/{platform}/reset", "as /reset, of one platform");
        help.put(
                "POST /platforms/{platform}/faults",
                "{kind, seconds, status, count, agent, text, raw, perSecond, node}");
        help.put(
                "POST /platforms/{platform}/offers",
                "{agent, number, mode, personal, timeZone}: a record of a campaign; mode is preview, progressive,"
                        + " predictive, of Finesse also directpreview or callback, of Genesys Cloud also power");
        help.put("POST /platforms/{platform}/offers/{id}/withdraw", "takes an offer back that nobody has answered");
        help.put("GET /platforms/{platform}/offers", "every record that was offered, and what became of it");
        help.put("GET /platforms/{platform}/callbacks", "every callback that agents asked for");
        help.put("POST /platforms/{platform}/calls/{id}/far-end", "{action: answer | hangup}");
        help.put("POST /platforms/{platform}/tokens", "{agent}: single sign-on tokens, without a browser");
        return help;
    }

    /** Whose tokens are wanted. */
    record TokenRequest(String agent) {}

    /** What the other party is to do. */
    record FarEndRequest(String action) {}
}
