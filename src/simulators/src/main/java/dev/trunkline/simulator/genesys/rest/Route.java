package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.PathPattern;
import java.util.function.Function;

/**
 * One operation of the API.
 *
 * @param path with variables in braces, behind {@code api/v2/}
 * @param scope without which a user's token is refused; empty if any will do
 * @param asUser whether only a user's own token will do (sheet 2.3)
 */
record Route(String method, PathPattern path, String scope, boolean asUser, Function<Asked, Answer> deed) {

    static Route of(String operation, String scope, Function<Asked, Answer> deed) {
        return of(operation, scope, false, deed);
    }

    /** Only with a user's own token. */
    static Route ofUser(String operation, String scope, Function<Asked, Answer> deed) {
        return of(operation, scope, true, deed);
    }

    private static Route of(String operation, String scope, boolean asUser, Function<Asked, Answer> deed) {
        String[] words = operation.split(" ");
        return new Route(words[0], PathPattern.of(words[1]).inAnyCase(), scope, asUser, deed);
    }
}
