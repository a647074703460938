package dev.trunkline.command;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandStore;
import dev.trunkline.desk.Desks;
import dev.trunkline.identity.Caller;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Message;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;

/** Whether a MakeCall without data accepts a record (contract 1.3 step 7): where one is offered, or where it did so before (1.7). */
@ApplicationScoped
public class Offers {
    @Inject
    Vendors vendors;

    @Inject
    Desks desks;

    @Inject
    CommandStore store;

    @Inject
    Door door;

    /** @param idempotencyKey the header's key, which goes before the message's own */
    public boolean stand(Caller caller, Message message, Optional<String> idempotencyKey) {
        AgentKey agent = caller.acting(message.agent());
        VendorService platform = vendors.configured(message.channel());
        Optional<String> key = idempotencyKey.or(message::idempotencyKey);
        return door.pass(visit -> key.filter(given -> accepted(agent, given)).isPresent()
                || offered(desks.of(agent, platform).calls()));
    }

    private boolean accepted(AgentKey agent, String key) {
        return store.bound(agent, key)
                .flatMap(bound -> store.find(agent.tenant(), bound.commandId()))
                .filter(first -> first.verb() == Verb.ACCEPT)
                .isPresent();
    }

    private static boolean offered(Collection<CallRecord> calls) {
        return calls.stream().anyMatch(call -> call.allowed().contains(Verb.ACCEPT));
    }
}
