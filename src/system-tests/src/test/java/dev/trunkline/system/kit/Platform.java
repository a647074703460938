package dev.trunkline.system.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One platform in one way to install it: all that the contract lets differ from platform to platform. A value that most share is the
 * default.
 */
public interface Platform {
    /** Its name in settings and in the simulators' control plane (design 1), for example {@code finesse}. */
    String vendor();

    /** Heading of its column in the table: the platform and what is special about this variant of it. */
    String title();

    /** Its channel names, as messages carry them; the cases speak the first, listeners have each. */
    List<String> channels();

    /** What it offers (contract 2.4), as far as it is built; every other verb must be refused by name. */
    Set<String> verbs();

    /** How a client of this channel spells a verb. */
    default String subtopic(String verb) {
        return verb;
    }

    /** How it comes to the product, if it is not in it. */
    default Optional<Further> further() {
        return Optional.empty();
    }

    // ---- how it is set up

    /** Options of the simulators: shorter times, and how this variant is installed. */
    Map<String, String> simulator();

    /** Settings of a gateway that is to find it. @param described what the simulator says of itself */
    Map<String, String> gateway(JsonNode described, String certificate);

    /** What a client gives with Login where nothing is configured for the agent. */
    Map<String, Object> credentials(Control control, String agent);

    /** Whether an operator can configure logins, so that a Login needs no data. */
    default boolean configured() {
        return true;
    }

    /** Line of {@code agents.csv} for a configured login: {@code channel,username,extension,device,secret_ref}. */
    String configuredLogin(String agent, String secretName);

    /** What the file of that secret holds. */
    default String secret() {
        return "secret";
    }

    /** The same, where each agent has one of his own. */
    default String secret(String agent) {
        return secret();
    }

    /** The number under which an agent's phone rings. */
    String phone(String agent);

    // ---- what its calls look like

    /** Life-cycles of a dial that is answered, up to the talk. */
    default List<String> answered() {
        return List.of("INITIATED", "DIALING", "RINGING", "CONNECTED");
    }

    /** The last of them before the talk: nothing more happens until somebody answers. */
    default String ringing() {
        return answered().get(answered().size() - 2);
    }

    /** Whether an answered call is followed by a wrap-up that the agent ends. */
    default boolean wrapsUp() {
        return true;
    }

    /** Whether one that nobody answered is followed by a wrap-up as well. */
    default boolean wrapsUpUnanswered() {
        return false;
    }

    /** Life-cycle of a colleague's call that this agent's phone rings for. */
    default String offered() {
        return "RINGING";
    }

    /** Whether a consult is a call of its own (contract 3.1 rule 10). */
    default boolean consultIsACall() {
        return true;
    }

    /** How it tells a number that was dialled. */
    default String told(String number) {
        return number;
    }

    /** What comes of a dial to such a far end. */
    Outcome outcome(FarEnd end);

    /** Verbs that this platform answers and of which it tells nothing more. */
    default Set<String> silent() {
        return Set.of("SendDTMF");
    }

    /** Verbs that it offers, but never on the calls that these cases make: only its own word opens them. */
    default Set<String> neverOpen() {
        return Set.of();
    }

    /** Whether the simulator's word for a call's state may stand beside this life-cycle. */
    boolean shows(String bookedState, String lifeCycle);

    /** Whether the simulator's books have a call for as long as its wrap-up lasts. */
    default boolean booksWork() {
        return true;
    }

    /** A day for which callbacks can be arranged. */
    default LocalDate callbackDay() {
        return LocalDate.of(2036, 3, 5);
    }

    /** In which modes its dialer brings records (contract 3.5), first one that is offered before anybody is called. */
    default List<String> dialerModes() {
        return List.of("preview");
    }

    /** As what a record's calls are told: the mode, where the platform says it; else the words that it has for them. */
    default Set<String> outBoundTypes(String mode) {
        return Set.of(mode);
    }

    /** Whether variables may be given with the dial. */
    default boolean variablesWithDial() {
        return true;
    }

    /** What it calls a call variable, where names are not the client's to choose. */
    default String variable(String name) {
        return name;
    }

    /** What of this platform's form no schema can say (contract 10); throws an AssertionError. */
    default void checkForm(JsonNode frame) {
        // nothing more than the schemas say
    }

    // ---- what can go wrong

    /** How a fault of every platform shows on this one. */
    default Fault shown(Fault fault) {
        return fault;
    }

    /** Faults that it has beyond those of every platform. */
    default List<Fault> furtherFaults() {
        return List.of();
    }

    /** Every word of its sheet's table of reasons; each has its recorded example (see {@link ReasonCases}). */
    default List<ReasonWord> reasonWords() {
        return List.of();
    }

    /** One word for several that may stand in the same message of it, by how fast it is read. */
    default String alike(String word) {
        return word;
    }

    /** Refusals that come after the platform has taken a dial: what the simulator is told, and the contract's code. */
    default Map<String, String> lateRefusals() {
        return Map.of();
    }
}
