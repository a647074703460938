package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.Participant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dialog as one agent sees it: his own part, and what kind of call it is for him.
 *
 * @param gone true once Finesse has deleted the dialog or no longer has it
 * @param published whether clients are told of it
 * @param offer of which offered record it comes, as far as Finesse says so or it can be seen; else {@code ""}
 * @param others his other calls that are published: some verbs are about two
 */
record FinesseCall(
        AgentSession agent, Dialog dialog, boolean gone, boolean published, String offer, List<Dialog> others) {
    /** Of the agent's own part these words say more than the dialog's (contract 3.3). */
    private static final Set<String> OWN_STATES = Set.of("WRAP_UP", "HELD", "FAILED", "DROPPED", "ACCEPTED");

    private static final Set<String> MANUAL = Set.of("", "OUT", "AGENT_OUT", "AGENT_INSIDE");
    private static final Pattern SCHEME = Pattern.compile("^(tel|sips?):", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETERS = Pattern.compile(";.*$");
    /** The schema wants a word where Finesse left the tag out. */
    private static final String NO_STATE = "UNKNOWN";

    /** By itself, with nothing known of it but what the dialog says. */
    static FinesseCall of(AgentSession agent, Dialog dialog) {
        FinesseCall call = new FinesseCall(agent, dialog, false, false, "", List.of());
        return new FinesseCall(
                agent, dialog, false, FinessePublishing.fromInside(call, false), saidOffer(dialog), List.of());
    }

    /** The last to be said of it. Of a call that was never told, the end is not told either, whatever stands here. */
    static FinesseCall last(AgentSession agent, Dialog dialog) {
        return new FinesseCall(agent, dialog, true, true, saidOffer(dialog), List.of());
    }

    Optional<Participant> own() {
        return dialog.participants().stream()
                .filter(participant -> isOwn(participant.mediaAddress()))
                .findFirst();
    }

    /** Contract 3.3, effective state. */
    String state() {
        if (gone) {
            return "DROPPED";
        }
        return own().map(Participant::state).filter(OWN_STATES::contains).orElse(word(dialog.state()));
    }

    static String word(String state) {
        return state.isEmpty() ? NO_STATE : state;
    }

    /** What is open to the agent now, in Finesse's words and order. */
    List<String> actions() {
        return gone ? List.of() : own().map(Participant::actions).orElse(List.of());
    }

    String stateChangeTime() {
        return own().map(Participant::stateChangeTime).map(PlatformTime::normal).orElse("");
    }

    /** Finesse's word, empty if it forgot it; CCX sends the text NULL then (sheet 1). */
    String callType() {
        String type = dialog.mediaProperties().callType();
        return "NULL".equalsIgnoreCase(type) ? "" : type;
    }

    String campaign() {
        return variable("BACampaign");
    }

    boolean manual() {
        return MANUAL.contains(callType()) && campaign().isEmpty();
    }

    /** An offered record rather than a phone call (sheet 4.4). */
    boolean reservation() {
        return callType().startsWith("OUTBOUND") && callType().endsWith("PREVIEW")
                || actions().contains("ACCEPT");
    }

    /** The agent's own question to a third party (sheet 4.1), not one that he is asked. */
    boolean ownConsult() {
        return callType().equals("CONSULT") && isOwn(dialog.fromAddress());
    }

    /** The agent's own phone rings. */
    boolean offered() {
        return actions().contains("ANSWER")
                && own().filter(part -> part.state().equals("ALERTING")).isPresent();
    }

    /** Contract 3.5. */
    String outBoundType() {
        if (manual()) {
            return "manualdial";
        }
        if (callType().startsWith("OUTBOUND") && callType().matches(".*(CALLBACK|PERSONAL).*")) {
            return "callback";
        }
        String pacing = variable("BAStatus").toUpperCase(Locale.ROOT);
        return List.of("DIRECT_PREVIEW", "PREVIEW", "PROGRESSIVE", "PREDICTIVE").stream()
                .filter(pacing::contains)
                .findFirst()
                .map(word -> word.replace("_", "").toLowerCase(Locale.ROOT))
                .orElse("outbound");
    }

    String from() {
        return address(dialog.fromAddress());
    }

    String to() {
        return address(dialog.toAddress());
    }

    /** The offer that Finesse names, which it need not (sheet 4.4). */
    static String saidOffer(Dialog dialog) {
        return dialog.associatedDialogUri().replaceFirst("^.*/", "");
    }

    /** The customer of a record that is offered: the call itself goes from the dialer to the agent. {@code ""} if it has no number. */
    String customer() {
        return Stream.of(dialog.callbackNumber(), dialog.mediaProperties().dialedNumber())
                .map(FinesseCall::address)
                .filter(number -> !number.isEmpty() && !isOwn(number))
                .findFirst()
                .orElse("");
    }

    Map<String, String> variables() {
        return dialog.mediaProperties().callvariables();
    }

    private String variable(String name) {
        return variables().getOrDefault(name, "");
    }

    boolean isOwn(String address) {
        return !agent.extension().isEmpty() && agent.extension().equals(address(address));
    }

    /** Contract 3.1 rule 6: scheme and parameters removed. */
    static String address(String address) {
        // Asked many times for each event, and nearly always a bare number.
        boolean bare = address.indexOf(':') < 0 && address.indexOf(';') < 0;
        return bare
                ? address
                : PARAMETERS.matcher(SCHEME.matcher(address).replaceFirst("")).replaceFirst("");
    }
}
