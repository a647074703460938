package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.genesys.GenesysCall.Me;
import dev.trunkline.vendor.genesys.GenesysCall.Memory;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform has of one agent now (sheet 5.5).
 *
 * @param calls flat
 * @param causes nested, of those that ended unanswered
 * @param gone calls that were open here and that the platform no longer knows
 */
record GenesysReading(User user, List<Conversation> calls, List<Conversation> causes, Set<String> gone) {
    /** A call that the list leaves out is asked for by itself before it counts as gone: ended ones can still be read. */
    static GenesysReading of(GenesysClient client, AgentSession agent, Set<String> openCalls) {
        User user = client.me(agent);
        List<Conversation> calls = new ArrayList<>(client.calls(agent));
        Set<String> missing = new HashSet<>(openCalls);
        calls.forEach(call -> missing.remove(call.id()));
        Set<String> gone = new HashSet<>();
        for (String id : missing) {
            client.call(agent, id).ifPresentOrElse(calls::add, () -> gone.add(id));
        }
        Me me = new Me(user.id(), user.name(), user.username());
        List<Conversation> causes = calls.stream()
                .filter(call -> new GenesysCall(agent, me, call, Memory.NONE).wantsReasons())
                .map(call -> client.nested(agent, call.id()))
                .flatMap(Optional::stream)
                .toList();
        return new GenesysReading(user, calls, causes, gone);
    }
}
