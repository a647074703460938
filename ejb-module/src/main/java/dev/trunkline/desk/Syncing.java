package dev.trunkline.desk;

import dev.trunkline.call.CallRecord;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Origin;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.port.StreamState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How things stand at a desk, told at once: StateSync, the agent, one message for each live call (contract 6.5). */
final class Syncing {
    private static final int MOST_WAITING = 100;

    private final Desk desk;
    /** Told Loading; they are told again when the link stands. */
    private final List<Asker> loading = new ArrayList<>();

    Syncing(Desk desk) {
        this.desk = desk;
    }

    /** @param asker where the rest is told if the link is still being built; empty: nobody waits for it */
    List<AgentTold> now(Optional<Asker> asker) {
        List<AgentTold> messages = new ArrayList<>();
        Collection<CallRecord> calls;
        synchronized (desk) {
            messages.addAll(withoutCalls(asker));
            calls = desk.ledger().open();
        }
        calls.forEach(call -> lastOf(call).ifPresent(messages::add));
        return messages;
    }

    private List<AgentTold> withoutCalls(Optional<Asker> asker) {
        String state = state();
        if (state.equals("Loading") && loading.size() < MOST_WAITING) {
            asker.ifPresent(loading::add);
        }
        return List.of(told(AgentMessages.stateSync(desk.platform(), state)), agent());
    }

    /** The link stands, or cannot be built: those who were told Loading are told now. */
    void settled() {
        if (!loading.isEmpty() && !state().equals("Loading")) {
            List<Asker> waiting = List.copyOf(loading);
            loading.clear();
            desk.voice()
                    .afterwards(() ->
                            waiting.forEach(asker -> desk.sync(Optional.empty()).forEach(asker::told)));
        }
    }

    AgentTold agent() {
        AgentSnapshot agent = desk.presence()
                .agent()
                .filter(known -> desk.presence().signIn().isPresent())
                .orElseGet(() -> AgentSnapshot.out(desk.key().agent()));
        return told(desk.platform().stateForms(agent));
    }

    private String state() {
        if (desk.expired() || desk.link() == StreamState.REFUSED) {
            return "Failed";
        }
        boolean idle = desk.presence().session().isEmpty();
        return idle || desk.link() == StreamState.UP ? "Loaded" : "Loading";
    }

    private AgentTold told(Map<String, String> forms) {
        return AgentTold.of(desk.key(), desk.platform().vendor(), forms, Origin.RESYNC);
    }

    private Optional<AgentTold> lastOf(CallRecord call) {
        return desk.around().log().lastOfCall(call.key(), call.callRef()).map(StoredEvent::again);
    }
}
