package dev.trunkline.simulator.gws.login;

import java.util.List;
import java.util.Optional;

/**
 * Whether somebody is let in, and what he is told of it.
 *
 * @param session nobody's if he is not signed in
 * @param standing what to do with the request
 * @param cookies that the answer sets
 */
public record Admission(Optional<HttpSession> session, Standing standing, List<String> cookies) {

    /** The two refusals look alike by their status, and mean different things (sheet 3.4). */
    public enum Standing {
        WELCOME,
        NOT_SIGNED_IN,
        WRONG_TOKEN
    }
}
