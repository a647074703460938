package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import java.util.List;
import java.util.Map;

/** A platform of which figures are taken: what differs from one to the other. */
public interface Platform {
    /** In the order in which they are measured. */
    List<Platform> ALL =
            List.of(new Finesse(), new GenesysCloud(), new GenesysWebServices(), new Five9(), new Webexcc());

    /** Its name in settings, parts and paths. */
    String vendor();

    /** Its channel in messages to Trunkline, and its name in the table. */
    String channel();

    /** Options of the simulators: an agent is free again soon after a call that failed. */
    List<String> simulator();

    /** What the gateway must be told beyond where the platform is. @param described by the simulator's control plane */
    Map<String, String> gateway(JsonNode described);

    /** What an agent's Login brings, as JSON. @param agent and his phone, as the simulators number them */
    String login(String agent, String extension);

    /** The word of the platform's books for a call that is up. */
    String up();

    /** How it wants to be told a number of ten digits, and has it in its books. */
    default String spelled(String number) {
        return number;
    }

    /** Whether as many agents as there are come to work even if it is not the first platform. */
    default boolean withMost() {
        return false;
    }

    /** Applications of agents that need no Trunkline. */
    Desktops desktops(Installation installation, JsonNode described);

    /** Opens them, each for another agent. */
    @FunctionalInterface
    interface Desktops extends AutoCloseable {
        /** Signs in, gets ready and listens; fails if that does not succeed. @param told everything that the platform tells him */
        Desktop open(String agent, String extension, Told told);

        /** What they shared; each of them is closed before. */
        @Override
        default void close() {}
    }
}
