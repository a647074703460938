package dev.trunkline.desk;

import dev.trunkline.call.Calls;
import dev.trunkline.call.CommandStore;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.EventLog;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all desks share.
 *
 * @param told where a message without a number goes
 * @param threads for what is short
 * @param outward for what waits for the platform
 * @param laneCapacity how many commands of one agent may wait
 * @param region where numbers without a country belong
 */
record Surroundings(
        EventLog log,
        CommandStore commands,
        Calls calls,
        SignInStore signIns,
        Consumer<AgentTold> told,
        Executor threads,
        Executor outward,
        Patience patience,
        int laneCapacity,
        String region) {}
