package dev.trunkline.vendor.five9;

import dev.trunkline.model.Reason;
import dev.trunkline.vendor.five9.wire.CallInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A call as one agent sees it: what was told of it last, what we know of it that no message says, and what verbs have left on it.
 *
 * @param time the platform's own of what was told, ISO 8601, or {@code ""}
 * @param campaign name of it, or {@code ""}
 * @param variables as told, under the names that clients know
 */
record Five9Call(
        Me me,
        CallInfo told,
        String time,
        String campaign,
        Map<String, String> variables,
        Memory memory,
        Five9Notes notes) {
    static final String OFFERED = "OFFERED";
    static final String RINGING = "RINGING_ON_OTHER_SIDE";
    static final String TALKING = "TALKING";
    static final String HELD = "ON_HOLD";
    static final String WRAP_UP = "WRAP_UP";
    static final String FINISHED = "FINISHED";
    /** Calls that came in from outside (contract O3). */
    private static final Set<String> INBOUND = Set.of("INBOUND", "QUEUE_CALLBACK");

    /** The agent, as far as his calls show him. @param fromCustomer whether clients want it the other way round (contract R17) */
    record Me(String login, String extension, boolean fromCustomer) {}

    /**
     * What no message says.
     *
     * @param command our command that it came from, or {@code ""}
     * @param dialled the number that was asked for, or {@code ""}
     * @param talked whether anybody ever answered
     * @param over whether nothing more follows
     * @param gone the platform no longer has it, and did not say how it ended
     * @param reason why it ended, as far as an event said so
     * @param guess the same, as far as it can be guessed
     */
    record Memory(
            String command,
            String dialled,
            boolean talked,
            boolean over,
            boolean gone,
            Optional<Reason> reason,
            Optional<Reason> guess) {
        static final Memory NONE = new Memory("", "", false, false, false, Optional.empty(), Optional.empty());

        Memory from(String byCommand, String number) {
            return new Memory(byCommand, number, talked, over, gone, reason, guess);
        }

        Memory standing(boolean answered, boolean ended) {
            return new Memory(command, dialled, answered, ended, gone, reason, guess);
        }

        Memory because(Optional<Reason> said, Optional<Reason> guessed) {
            return new Memory(command, dialled, talked, over, gone, said, guessed);
        }

        Memory unheard() {
            return new Memory(command, dialled, talked, true, true, reason, guess);
        }
    }

    Five9Call with(Memory known) {
        return new Five9Call(me, told, time, campaign, variables, known, notes);
    }

    Five9Call with(Five9Notes left) {
        return new Five9Call(me, told, time, campaign, variables, memory, left);
    }

    String id() {
        return told.id();
    }

    /** The platform's word. */
    String state() {
        return told.state();
    }

    boolean is(String... states) {
        return List.of(states).contains(state());
    }

    boolean live() {
        return !memory.over() && !is(WRAP_UP, FINISHED);
    }

    boolean wrapUpDue() {
        return !memory.over() && is(WRAP_UP);
    }

    boolean fromOutside() {
        return INBOUND.contains(told.callType());
    }

    boolean manual() {
        return told.callType().equals("MANUAL") || told.callType().isEmpty();
    }

    // ---- others on it

    /** Somebody was called besides the customer, and is there no more than with us. */
    Optional<Five9Notes.Third> consulted() {
        return notes.third().filter(third -> live() && !joined(third));
    }

    /** All three are together. */
    Optional<Five9Notes.Third> conference() {
        return notes.third().filter(third -> live() && joined(third));
    }

    private boolean joined(Five9Notes.Third third) {
        return third.joining() && is(TALKING, HELD) && third.answered();
    }

    // ---- addresses

    /** Contract 3.1 rule 6, R17. */
    String from() {
        return me.fromCustomer() ? customer() : told.ani().isEmpty() ? me.extension() : told.ani();
    }

    String to() {
        return customer();
    }

    private String customer() {
        return Stream.of(told.number(), told.dnis(), memory.dialled())
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Every form in which the platform names the dialled number. */
    List<String> dialled() {
        return Stream.of(told.number(), told.dnis(), memory.dialled())
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** What the platform tells, and what it took without telling it. Only those that are not empty. */
    Map<String, String> allVariables() {
        Map<String, String> all = new TreeMap<>(variables);
        all.putAll(notes.accepted());
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
