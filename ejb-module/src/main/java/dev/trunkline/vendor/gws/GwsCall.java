package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Reason;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.gws.wire.Call;
import dev.trunkline.vendor.gws.wire.CallEvent;
import dev.trunkline.vendor.gws.wire.Participant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A call as one agent sees it: what was told of it last, and what we know of it that no message says. */
record GwsCall(AgentSession agent, CallEvent told, Memory memory) {
    static final String STATUS = "StatusChange";
    static final String RELEASED = "Released";
    static final String HELD = "Held";
    static final String CONSULT = "Consult";
    /** Data of campaigns: what stands in it is theirs (sheet 4.3). */
    private static final String CAMPAIGN_DATA = "GSW_";

    private static final String CAMPAIGN_NAME = "GSW_CAMPAIGN_NAME";
    private static final String RESULT = "GSW_CALL_RESULT";

    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?):", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETERS = Pattern.compile("[;?].*$");

    /** Work after a call. */
    enum Work {
        NONE,
        /** The switch said that some follows. */
        EXPECTED,
        /** The agent is at it. */
        SEEN
    }

    /**
     * What no message says.
     *
     * @param command our command that it came from, or {@code ""}
     * @param dialled the number that was asked for, or {@code ""}
     * @param consult whether it is this agent's own consult of another call of his
     * @param established whether anybody ever answered
     * @param released whether it is over for the agent
     * @param work what follows it
     * @param over whether nothing more follows
     * @param guess why it ended, as far as it can be guessed
     */
    record Memory(
            String command,
            String dialled,
            boolean consult,
            boolean established,
            boolean released,
            Work work,
            boolean over,
            Optional<Reason> guess) {
        static final Memory NONE = new Memory("", "", false, false, false, Work.NONE, false, Optional.empty());

        Memory from(String byCommand, String number, boolean asConsult) {
            return new Memory(byCommand, number, asConsult, established, released, work, over, guess);
        }

        Memory standing(boolean answered, boolean ended, Work follows) {
            return new Memory(command, dialled, consult, answered, ended, follows, over, guess);
        }

        Memory because(Optional<Reason> why) {
            return new Memory(command, dialled, consult, established, released, work, over, why);
        }

        Memory done() {
            return new Memory(command, dialled, consult, established, true, work, true, guess);
        }
    }

    GwsCall with(Memory known) {
        return new GwsCall(agent, told, known);
    }

    private Call call() {
        return told.call();
    }

    String id() {
        return call().id();
    }

    String state() {
        return call().state();
    }

    boolean live() {
        return !memory.released();
    }

    /** His own phone rings for what another one began. */
    boolean offered() {
        return state().equals("Ringing");
    }

    boolean wrapUpDue() {
        return memory.released() && !memory.over() && memory.work() != Work.NONE;
    }

    /** The other call of a consult. */
    String parent() {
        return call().parent();
    }

    /** Id of the device that it is on, or {@code ""}. */
    String device() {
        return GwsJson.last(JsonParts.text(JsonParts.child(JsonParts.object(told.data()), "call"), "deviceUri"));
    }

    boolean can(String capability) {
        return call().capabilities().contains(capability);
    }

    /** Not what somebody outside began (contract O3). */
    boolean fromInside() {
        return !call().callType().equals("Inbound");
    }

    boolean campaignData() {
        return call().userData().keySet().stream().anyMatch(name -> name.startsWith(CAMPAIGN_DATA));
    }

    String campaign() {
        return call().userData().getOrDefault(CAMPAIGN_NAME, "");
    }

    /** What the campaign's server found out; empty on other calls. */
    String result() {
        return call().userData().getOrDefault(RESULT, "");
    }

    Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>(call().userData());
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The agent's own, unless he is the one who is called (contract 3.1 rule 6). */
    String from() {
        String own = address(told.phoneNumber());
        boolean called = !own.isEmpty() && own.equals(address(call().dnis()));
        return called
                ? Stream.concat(Stream.of(address(call().ani())), numbers())
                        .filter(number -> !number.isEmpty() && !number.equals(own))
                        .findFirst()
                        .orElse("")
                : own;
    }

    String to() {
        return Stream.concat(Stream.of(address(call().dnis())), numbers())
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse(memory.dialled());
    }

    /** Every form in which the platform names the dialled number. */
    List<String> dialled() {
        return Stream.concat(
                        Stream.of(call().dnis()), call().participants().stream().flatMap(GwsCall::forms))
                .map(GwsCall::address)
                .filter(number -> !number.isEmpty() && !number.equals(told.phoneNumber()))
                .distinct()
                .toList();
    }

    private static Stream<String> forms(Participant party) {
        return Stream.of(party.phoneNumber(), party.digits(), party.e164Number(), party.formattedPhoneNumber());
    }

    /** Of the other parties. */
    Stream<String> numbers() {
        return call().participants().stream()
                .map(party -> address(party.phoneNumber().isEmpty() ? party.digits() : party.phoneNumber()))
                .filter(number -> !number.isEmpty());
    }

    /** Contract 3.1 rule 6: scheme and parameters removed. */
    static String address(String address) {
        return PARAMETERS
                .matcher(SCHEME.matcher(address.strip()).replaceFirst(""))
                .replaceFirst("");
    }
}
