package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.BookEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call since the last reset, those that somebody of the house has now, and the books of those that agents placed. On the lane. */
final class Calls {
    private final Shapes shapes;
    private final Map<String, Call> all = new LinkedHashMap<>();
    private final Map<String, Call> live = new LinkedHashMap<>();
    private final List<Call> placed = new ArrayList<>();
    private long count;

    Calls(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param parent of a consult; else null */
    Call place(CallType type, Agent placer, String number, Call parent) {
        Call call = add(type, placer, number, parent);
        placed.add(call);
        return call;
    }

    /** One that nobody of the house made stands in no book. */
    Call add(CallType type, Agent placer, String number, Call parent) {
        Call call = new Call(++count, type, placer, number, parent);
        all.put(shapes.id(call), call);
        live.put(shapes.id(call), call);
        return call;
    }

    Optional<Call> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** One that he has a part in now. */
    Call of(Agent agent, String id) {
        return find(id).filter(agent.calls()::contains)
                .orElseThrow(() -> StatusException.notFound("The call '" + id + "'"));
    }

    List<Call> live() {
        live.values().removeIf(Call::over);
        return new ArrayList<>(live.values());
    }

    /** The other one of a consult that he has both calls of. */
    static Optional<Call> otherOfConsult(Agent agent, Call call) {
        return agent.calls().stream()
                .filter(other -> other != call)
                .filter(other -> other.parent().filter(call::equals).isPresent()
                        || call.parent().filter(other::equals).isPresent())
                .findFirst();
    }

    /** Whether his telephone is in use; one that he holds does not count. */
    static boolean engaged(Agent agent) {
        return agent.calls().stream()
                .flatMap(call -> call.of(agent).stream())
                .anyMatch(own -> own.live() && own.state() != CallState.HELD);
    }

    void clear() {
        all.clear();
        live.clear();
        placed.clear();
    }

    List<BookEntry> books() {
        return placed.stream().map(this::entry).toList();
    }

    private BookEntry entry(Call call) {
        return new BookEntry(
                "gws",
                shapes.id(call),
                call.placer().name(),
                call.number(),
                call.placedAt(),
                state(call),
                call.over(),
                call.burst().changes());
    }

    /** The state of who placed it; whose parties talk on without anybody of ours was transferred. */
    private static String state(Call call) {
        if (call.over() && call.live().size() > 1) {
            return "TRANSFERRED";
        }
        return call.of(call.placer()).map(own -> own.state().word()).orElse("");
    }
}
