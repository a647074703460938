package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.finesse.wire.Markup;
import java.util.List;

/** What agents may say about a call when it is over (sheet 4.1). */
public final class WrapUpReasons {
    private static final List<String> LABELS =
            List.of("Promise to pay", "Call back later", "Wrong number", "No interest");

    private WrapUpReasons() {}

    public static String document() {
        Markup markup = new Markup().open("WrapUpReasons");
        for (int i = 0; i < LABELS.size(); i++) {
            markup.open("WrapUpReason")
                    .text("uri", "/finesse/api/WrapUpReason/" + (31 + i))
                    .text("label", LABELS.get(i))
                    .text("forAll", true)
                    .close();
        }
        return markup.close().toString();
    }
}
