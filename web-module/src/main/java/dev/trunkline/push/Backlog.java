package dev.trunkline.push;

import dev.trunkline.desk.Asker;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.LogRange;
import dev.trunkline.event.StoredEvent;
import java.util.List;

/** Where a listener reads what he missed: the log, and if that does not reach back, how things stand now. */
interface Backlog {
    List<StoredEvent> page(long after, int limit);

    LogRange range();

    /** What is said instead of the changes that are no longer kept (contract 6.5). @param asker where it goes on if not all is known yet */
    List<AgentTold> sync(Asker asker);
}
