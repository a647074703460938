package dev.trunkline.message;

import java.util.List;

/** A parsed text that hides nothing: doubled names stay doubled, numbers stay as written. */
sealed interface Json {

    record Members(List<Member> all) implements Json {
        public Members {
            all = List.copyOf(all);
        }
    }

    record Member(String name, Json value) {}

    record Items(List<Json> all) implements Json {
        public Items {
            all = List.copyOf(all);
        }
    }

    record Text(String value) implements Json {}

    record Number(String written) implements Json {}

    record Truth(boolean value) implements Json {}

    record Null() implements Json {}
}
