package dev.trunkline.simulator.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with variables in braces. @param steps without slashes @param anyCase whether upper and lower case are the same in it */
public record PathPattern(List<String> steps, boolean anyCase) {
    public static PathPattern of(String path) {
        return new PathPattern(List.of(path.split("/")), false);
    }

    public PathPattern inAnyCase() {
        return new PathPattern(steps, true);
    }

    /** The variables, if it is this path. */
    public Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != steps.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String step = steps.get(i);
            if (step.startsWith("{")) {
                variables.put(step.substring(1, step.length() - 1), path.get(i));
            } else if (!same(step, path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private boolean same(String step, String other) {
        return anyCase ? step.equalsIgnoreCase(other) : step.equals(other);
    }
}
