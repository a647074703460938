package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.PathPattern;
import java.util.Locale;
import java.util.function.Function;

/**
 * One request of the API.
 *
 * @param path with variables in braces, behind {@code appsvcs/rs/svc/}
 * @param atWork whether only an agent may send it whose login state is WORKING
 * @param dials whether somebody is called by it
 */
record Route(String method, PathPattern path, boolean atWork, boolean dials, Function<Asked, Answer> deed) {

    static Route of(String request, Function<Asked, Answer> deed) {
        return of(request, true, false, deed);
    }

    /** Whatever the login state. */
    static Route always(String request, Function<Asked, Answer> deed) {
        return of(request, false, false, deed);
    }

    static Route dial(String request, Function<Asked, Answer> deed) {
        return of(request, true, true, deed);
    }

    private static Route of(String request, boolean atWork, boolean dials, Function<Asked, Answer> deed) {
        String[] words = request.split(" ");
        return new Route(words[0], PathPattern.of(words[1]), atWork, dials, deed);
    }

    /** As the platform calls it in its messages, for example {@code getLoginState}. */
    String name() {
        StringBuilder name = new StringBuilder(method.equals("GET") ? "get" : "");
        String last = path.steps().stream()
                .filter(step -> !step.startsWith("{"))
                .reduce((one, two) -> two)
                .orElse("");
        for (String word : last.split("_")) {
            boolean first = name.isEmpty();
            name.append(first ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
