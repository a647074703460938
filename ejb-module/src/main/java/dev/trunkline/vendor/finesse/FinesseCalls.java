package dev.trunkline.vendor.finesse;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.finesse.wire.Dialog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The calls of one agent as Finesse told them last: what it forgets of a call, and what one says about another. Used on the lane
 * only.
 */
final class FinesseCalls {
    private final AgentSession agent;
    private final Predicate<String> announced;
    private final Map<String, Dialog> last = new LinkedHashMap<>();
    /** Calls that came in from outside, as could be seen once. */
    private final Set<String> outside = new HashSet<>();

    private final FinesseOffers offers = new FinesseOffers();

    private boolean othersInDoubt;

    /** @param announced whether clients know the call of that id: then they must hear of its end too */
    FinesseCalls(AgentSession agent, Predicate<String> announced) {
        this.agent = agent;
        this.announced = announced;
    }

    Collection<Dialog> dialogs() {
        return last.values();
    }

    boolean none() {
        return last.isEmpty();
    }

    /** What a reading says is all there is. */
    List<FinesseCall> all(List<Dialog> read) {
        List<Dialog> now = read.stream().map(this::remembered).toList();
        last.clear();
        now.forEach(this::keep);
        outside.retainAll(last.keySet());
        return last.values().stream().map(this::call).toList();
    }

    /**
     * True, once, after a call took another state beside others: Finesse then offers other actions on those (TRANSFER on the held one
     * as soon as the consult is answered), and whether it tells them again for that alone is not documented.
     */
    boolean othersInDoubt() {
        boolean doubt = othersInDoubt;
        othersInDoubt = false;
        return doubt;
    }

    /** The call, then those of the others on which something else is open because of it. */
    List<FinesseCall> changed(Dialog told) {
        return withOthers(told.id(), () -> {
            Dialog now = remembered(told);
            keep(now);
            return call(now);
        });
    }

    List<FinesseCall> gone(Dialog told) {
        return withOthers(told.id(), () -> {
            FinesseCall call = FinesseCall.last(agent, remembered(told));
            last.remove(told.id());
            outside.remove(told.id());
            return call;
        });
    }

    private List<FinesseCall> withOthers(String id, Supplier<FinesseCall> change) {
        Map<String, Set<Verb>> before =
                others(id).collect(toMap(call -> call.dialog().id(), FinesseActions::open));
        Optional<String> was = Optional.ofNullable(last.get(id))
                .map(dialog -> FinesseCall.of(agent, dialog).state());
        List<FinesseCall> told = new ArrayList<>();
        told.add(change.get());
        othersInDoubt |=
                !before.isEmpty() && !was.equals(Optional.of(told.get(0).state()));
        others(id)
                .filter(call -> !FinesseActions.open(call)
                        .equals(before.get(call.dialog().id())))
                .forEach(told::add);
        return told;
    }

    private Stream<FinesseCall> others(String id) {
        return last.values().stream().filter(dialog -> !dialog.id().equals(id)).map(this::call);
    }

    private FinesseCall call(Dialog dialog) {
        List<Dialog> others = last.values().stream()
                .filter(other -> !other.id().equals(dialog.id()))
                .filter(this::published)
                .toList();
        return new FinesseCall(
                agent, dialog, false, published(dialog), offers.of(FinesseCall.of(agent, dialog)), others);
    }

    private boolean published(Dialog dialog) {
        return FinessePublishing.fromInside(FinesseCall.of(agent, dialog), outside.contains(dialog.id()))
                || announced.test(dialog.id());
    }

    private void keep(Dialog dialog) {
        last.put(dialog.id(), dialog);
        offers.saw(FinesseCall.of(agent, dialog));
        if (FinessePublishing.fromOutside(FinesseCall.of(agent, dialog))) {
            outside.add(dialog.id());
        }
    }

    /** After a failover CCX sends the call type empty (sheet 1). */
    private Dialog remembered(Dialog told) {
        if (!FinesseCall.of(agent, told).callType().isEmpty()) {
            return told;
        }
        return Stream.of(told.id())
                .filter(last::containsKey)
                .map(id -> FinesseCall.of(agent, last.get(id)).callType())
                .filter(not(String::isEmpty))
                .findFirst()
                .map(known -> FinesseXml.withCallType(told, known))
                .orElse(told);
    }
}
