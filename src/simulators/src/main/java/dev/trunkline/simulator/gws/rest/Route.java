package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.PathPattern;
import java.util.function.Function;

/** One operation of the API. @param path with variables in braces, behind {@code api/v2/} @param voice whether it needs the switch */
record Route(String method, PathPattern path, boolean voice, Function<Asked, Answer> deed) {

    static Route of(String operation, Function<Asked, Answer> deed) {
        return of(operation, false, deed);
    }

    static Route ofVoice(String operation, Function<Asked, Answer> deed) {
        return of(operation, true, deed);
    }

    private static Route of(String operation, boolean voice, Function<Asked, Answer> deed) {
        String[] words = operation.split(" ");
        return new Route(words[0], PathPattern.of(words[1]), voice, deed);
    }
}
