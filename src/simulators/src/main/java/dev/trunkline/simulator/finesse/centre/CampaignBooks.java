package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.OfferEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every record that was offered, and every callback that was asked for. On the lane. */
final class CampaignBooks {
    private static final int FIRST_RECORD = 1000;
    private static final int FIRST_CALLBACK = 500;

    private final List<CampaignRecord> records = new ArrayList<>();
    private final List<ScheduledCallback> callbacks = new ArrayList<>();
    private int lastRecord = FIRST_RECORD;
    private int lastCallback = FIRST_CALLBACK;

    int nextRecord() {
        lastRecord++;
        return lastRecord;
    }

    void add(CampaignRecord record) {
        records.add(record);
    }

    /** Stands from now on; an agent's first word of a callback makes it. */
    ScheduledCallback schedule(CampaignRecord record, String callId) {
        lastCallback++;
        ScheduledCallback callback = new ScheduledCallback(lastCallback, record, callId);
        record.callback(callback);
        callbacks.add(callback);
        return callback;
    }

    Optional<CampaignRecord> find(String anyId) {
        return records.stream().filter(record -> record.isKnownAs(anyId)).findFirst();
    }

    /** What is open for an agent to answer, or not yet with him. */
    List<CampaignRecord> openOf(Agent agent) {
        return records.stream()
                .filter(record -> record.agent() == agent && record.state() == RecordState.OFFERED)
                .toList();
    }

    List<OfferEntry> offers() {
        return records.stream().map(CampaignRecord::entry).toList();
    }

    List<CallbackEntry> callbacks() {
        return callbacks.stream().map(ScheduledCallback::entry).toList();
    }

    void clear() {
        records.clear();
        callbacks.clear();
    }
}
