package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.CallbackEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls that agents want to make later (sheet 4.2). On the lane. */
public final class Callbacks {
    private static final int CREATED = 53;
    private static final int UPDATED = 54;
    private static final int DELETED = 55;
    private static final long FIRST = 300_000_000_000_801L;

    private final Room room;
    private final Dialling dialling;
    private final List<Callback> books = new ArrayList<>();

    Callbacks(Room room, Dialling dialling) {
        this.room = room;
        this.dialling = dialling;
    }

    /** One of them. */
    private static final class Callback {
        private final String id;
        private final Agent agent;
        private final String callId;
        private String number = "";
        private String campaignId = "";
        private long dueDate;
        private String comments = "";
        private String contactId = "";
        private String state = "SCHEDULED";
        private int changes;

        Callback(String id, Agent agent) {
            this.id = id;
            this.agent = agent;
            callId = agent.calls().stream().findFirst().map(Call::id).orElse("");
        }

        void read(Body body) {
            body.object();
            String wanted = body.needed("number");
            long due = body.number("dueDate");
            String campaign = body.text("campaignId");
            comments = body.text("comments");
            contactId = body.text("contactId");
            number = wanted;
            campaignId = campaign;
            dueDate = due;
            changes++;
        }

        Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", id);
            shown.put("number", number);
            shown.put("campaignId", campaignId.isEmpty() ? null : campaignId);
            shown.put("dueDate", dueDate);
            shown.put("comments", comments);
            shown.put("agentId", agent.id());
            shown.put("contactId", contactId.isEmpty() ? null : contactId);
            return shown;
        }

        CallbackEntry entry() {
            return new CallbackEntry(
                    "five9",
                    id,
                    "",
                    callId,
                    agent.name(),
                    number,
                    dueDate == 0 ? "" : Long.toString(dueDate),
                    number,
                    dueDate == 0 ? null : Instant.ofEpochMilli(dueDate),
                    state,
                    changes);
        }
    }

    public List<Map<String, Object>> all(Agent agent) {
        return open(agent).stream().map(Callback::shown).toList();
    }

    private List<Callback> open(Agent agent) {
        return books.stream()
                .filter(one -> one.agent == agent && one.state.equals("SCHEDULED"))
                .toList();
    }

    public Map<String, Object> create(Agent agent, Body body) {
        Callback callback = new Callback(Long.toString(FIRST + books.size()), agent);
        callback.read(body);
        books.add(callback);
        return tell(callback, CREATED);
    }

    private Callback find(Agent agent, String id) {
        return open(agent).stream()
                .filter(one -> one.id.equals(id))
                .findFirst()
                .orElseThrow(() -> VccException.notFound("Callback " + id));
    }

    private Map<String, Object> tell(Callback callback, int event) {
        room.publisher().agent(callback.agent, event, callback.shown());
        return callback.shown();
    }

    public Map<String, Object> update(Agent agent, String id, Body body) {
        Callback callback = find(agent, id);
        callback.read(body);
        return tell(callback, UPDATED);
    }

    public void delete(Agent agent, String id) {
        end(find(agent, id), "CANCELLED");
    }

    private void end(Callback callback, String state) {
        callback.state = state;
        tell(callback, DELETED);
    }

    /** A reminder is put away. */
    public void postpone(Agent agent, String id) {
        tell(find(agent, id), UPDATED);
    }

    public void call(Agent agent, String id) {
        Callback callback = find(agent, id);
        dialling.external(agent, new Dial(callback.number, callback.campaignId, false, false, callback.id));
        end(callback, "CALLED");
    }

    List<CallbackEntry> entries() {
        return books.stream().map(Callback::entry).toList();
    }

    void clear() {
        books.clear();
    }
}
