package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.PathPattern;
import java.util.function.Function;

/** One request of the API. @param path with variables in braces */
record Route(String method, PathPattern path, Kind kind, Function<Asked, Answer> deed) {

    /** What a request is to those who count, and to faults. */
    enum Kind {
        READ("reads"),
        /** A reading that is asked for by POST and comes as events. */
        RELOAD("reads"),
        SUBSCRIBE("subscriptions"),
        COMMAND("commands"),
        DIAL("dial");

        private final String counter;

        Kind(String counter) {
            this.counter = counter;
        }

        /** Whether faults of commands hit it. */
        boolean faulty() {
            return this != READ && this != SUBSCRIBE;
        }

        String counter() {
            return counter;
        }
    }

    static Route read(String request, Function<Asked, Answer> deed) {
        return of(request, Kind.READ, deed);
    }

    static Route command(String request, Function<Asked, Answer> deed) {
        return of(request, Kind.COMMAND, deed);
    }

    static Route of(String request, Kind kind, Function<Asked, Answer> deed) {
        String[] words = request.split(" ");
        return new Route(words[0], PathPattern.of(words[1]), kind, deed);
    }
}
