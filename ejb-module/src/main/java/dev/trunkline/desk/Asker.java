package dev.trunkline.desk;

import dev.trunkline.event.AgentTold;

/** Who asked, where he can be told something that is for him alone: one connection. */
@FunctionalInterface
public interface Asker {
    void told(AgentTold message);
}
