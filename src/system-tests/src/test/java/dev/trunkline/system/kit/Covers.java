package dev.trunkline.system.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a case is about, for the table; its name says which of them. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface Covers {
    Group value();

    /** Rows of the table after that of the verbs, in this order. */
    enum Group {
        /** The case's display name is a verb that the platform does not offer. */
        REFUSED_VERBS("verbs refused by name"),
        VERB_RULES("rules of the verbs"),
        SIGN_IN("sign-in, states, queries"),
        FAR_ENDS("far ends"),
        REASONS("reason words"),
        FAULTS("faults"),
        DIALS("no dial done twice, none lost"),
        STREAMS("streams, replay, reads"),
        RESTARTS("restarts");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
