package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.web.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One operation of the API.
 *
 * @param path with variables in braces, behind {@code api/v2/}
 * @param scope without which a user's token is refused; empty if any will do
 * @param asUser whether only a user's own token will do (sheet 2.3)
 */
record Route(String method, List<String> path, String scope, boolean asUser, Function<Asked, Answer> deed) {

    static Route of(String operation, String scope, Function<Asked, Answer> deed) {
        return of(operation, scope, false, deed);
    }

    /** Only with a user's own token. */
    static Route ofUser(String operation, String scope, Function<Asked, Answer> deed) {
        return of(operation, scope, true, deed);
    }

    private static Route of(String operation, String scope, boolean asUser, Function<Asked, Answer> deed) {
        String[] words = operation.split(" ");
        return new Route(words[0], List.of(words[1].split("/")), scope, asUser, deed);
    }

    /** The variables, if it is this path. */
    Optional<Map<String, String>> match(List<String> steps) {
        if (steps.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            String step = path.get(i);
            if (step.startsWith("{")) {
                variables.put(step.substring(1, step.length() - 1), steps.get(i));
            } else if (!step.equalsIgnoreCase(steps.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
