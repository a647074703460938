package dev.trunkline.vendor.genesys;

import dev.trunkline.model.Action;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.genesys.wire.Leg;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is open on a call (contract 4, column Genesys Cloud): the platform has no such list, it follows from the legs. Pure. */
final class GenesysActions {
    /** In the order of contract section 4. */
    static Set<Verb> open(GenesysCall call) {
        Set<Verb> open = new LinkedHashSet<>();
        Stream.of(Action.values())
                .filter(action -> open(action, call))
                .map(Action::verb)
                .forEach(open::add);
        return Collections.unmodifiableSet(open);
    }

    private static boolean open(Action action, GenesysCall call) {
        Optional<Leg> own = call.own().filter(leg -> !GenesysCall.over(leg));
        boolean connected = own.filter(GenesysCall::connected).isPresent();
        boolean held = own.filter(leg -> leg.call().held()).isPresent();
        boolean muted = own.filter(leg -> leg.call().muted()).isPresent();
        boolean talk = connected && call.far().filter(GenesysCall::connected).isPresent();
        boolean consult = call.consulted().isPresent();
        boolean asked = connected
                && !call.conference()
                && call.consulted().filter(GenesysCall::connected).isPresent();
        return switch (action) {
            case ANSWER, REJECT -> call.offered();
            case TRANSFER_SST -> talk && !call.conference();
            case CONSULT_CALL -> talk && !consult && !call.conference();
            case TRANSFER, CONFERENCE, SWAP -> asked;
            case DROP_CONSULT -> own.isPresent() && consult && !call.conference();
            case HOLD -> connected && !held;
            case RETRIEVE -> connected && held;
            case UPDATE_CALL_DATA -> own.isPresent() || call.wrapUpDue();
            case SEND_DTMF -> talk;
            case DROP -> own.isPresent();
            case UPDATE_SCHEDULED_CALLBACK -> call.far().isPresent() && (own.isPresent() || call.wrapUpDue());
            case CANCEL_SCHEDULED_CALLBACK -> !call.memory().callback().isEmpty();
            case MUTE -> connected && !muted;
            case UNMUTE -> connected && muted;
            case WRAP_UP -> call.wrapUpDue();
            case PARTICIPANT_DROP -> connected && call.conference();
            case ACCEPT, CLOSE, SKIP, RECLASSIFY -> false;
        };
    }

    private GenesysActions() {}
}
