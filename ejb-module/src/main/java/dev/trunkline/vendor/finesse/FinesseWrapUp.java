package dev.trunkline.vendor.finesse;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import java.util.List;
import java.util.Optional;

/** Which outcome a WrapUp means: Finesse takes it as a label, clients mostly give an id (contract 2.1). */
final class FinesseWrapUp {
    /** Empty if there is none, and Finesse can do without. */
    static Optional<String> label(FinesseClient client, AgentSession agent, Order order) {
        Optional<String> label = chosen(client, agent, order)
                .or(() -> Optional.of(client.settings().defaultWrapup()).filter(not(String::isEmpty)));
        if (label.isEmpty() && demanded(client, agent)) {
            throw new VendorException(Code.INVALID_DATA, "wrapup: Finesse demands an outcome of this agent");
        }
        return label;
    }

    private static Optional<String> chosen(FinesseClient client, AgentSession agent, Order order) {
        if (order.flag("iscustomwrapup")) {
            return text(order, "customwrapup");
        }
        return text(order, "wrapup")
                .map(id -> translated(id, client.wrapUpReasons(agent)))
                .or(() -> text(order, "label"));
    }

    private static Optional<String> text(Order order, String name) {
        return order.text(name).filter(not(String::isBlank));
    }

    private static String translated(String wrapup, List<LabelledReason> listed) {
        return listed.stream()
                .filter(reason -> reason.code().equals(wrapup)
                        || FinesseEventMapper.toReason(reason).id().equals(wrapup)
                        || reason.label().equalsIgnoreCase(wrapup))
                .findFirst()
                .map(LabelledReason::label)
                .orElseThrow(() -> new VendorException(Code.INVALID_DATA, "wrapup: no such outcome in Finesse"));
    }

    private static boolean demanded(FinesseClient client, AgentSession agent) {
        return client.user(agent).wrapUpOnOutgoing().equals("REQUIRED_WITH_WRAP_UP_DATA");
    }

    private FinesseWrapUp() {}
}
