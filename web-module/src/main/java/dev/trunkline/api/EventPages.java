package dev.trunkline.api;

import dev.trunkline.call.CallRecord;
import dev.trunkline.desk.Desks;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.Json;
import dev.trunkline.event.LogRange;
import dev.trunkline.event.Profile;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.message.ChannelNames;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Pages of the event log as JSON (contract 13.1). The messages are in the log as text and go out as they are. */
@ApplicationScoped
public class EventPages {
    @Inject
    EventLog log;

    @Inject
    Desks desks;

    @Inject
    ChannelNames channels;

    String of(AgentKey key, QueryValues query) {
        LogRange range = log.range(key);
        OptionalLong asked = query.after();
        if (asked.isPresent() && !range.reaches(asked.getAsLong())) {
            throw new RefusedException(Code.GONE, gone(asked.getAsLong(), range));
        }
        long after = asked.orElse(range.oldest() - 1);
        int limit = query.limit();
        return page(log.page(key, after, limit + 1), after, limit, query);
    }

    private static String gone(long after, LogRange range) {
        return after > range.last()
                ? "there is no event " + after + " yet; the last one is " + range.last()
                : "the events after " + after + " are no longer kept; the oldest kept is " + range.oldest();
    }

    String ofCall(CallRecord call, QueryValues query) {
        long after = query.after().orElse(0);
        int limit = query.limit();
        return page(log.pageOfCall(call.key(), call.callRef(), after, limit + 1), after, limit, query);
    }

    /** @param read one more than fits, if there is more */
    private String page(List<StoredEvent> read, long after, int limit, QueryValues query) {
        List<StoredEvent> events = read.subList(0, Math.min(limit, read.size()));
        Optional<String> channel = query.channel(channels);
        Profile profile = query.profile().orElse(Profile.EXACT);
        String entries = events.stream()
                .map(event -> event.message(form(event, channel), profile)
                        .map(message -> entry(event, message))
                        .orElse(""))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(","));
        long last = events.isEmpty() ? after : events.get(events.size() - 1).seq();
        return "{\"events\":[" + entries + "],\"last\":" + last + ",\"more\":" + (read.size() > limit) + "}";
    }

    private String form(StoredEvent event, Optional<String> channel) {
        if (event.forms().size() == 1) {
            return event.forms().keySet().iterator().next();
        }
        return channel.filter(event.forms()::containsKey)
                .orElseGet(() -> desks.defaultChannel(event.key(), event.vendor()));
    }

    private static String entry(StoredEvent event, String message) {
        return "{\"seq\":" + event.seq() + ",\"eventId\":" + Json.text(event.eventId()) + ",\"time\":"
                + Json.text(Json.time(event.time())) + ",\"message\":" + message + "}";
    }
}
