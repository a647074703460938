package dev.trunkline.vendor.webexcc;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Reason;
import dev.trunkline.model.SecretNames;
import dev.trunkline.vendor.webexcc.wire.Frame;
import dev.trunkline.vendor.webexcc.wire.Interaction;
import dev.trunkline.vendor.webexcc.wire.Media;
import dev.trunkline.vendor.webexcc.wire.Participant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A contact as one agent sees it: what was told of it last, how it stands, and what verbs have left on it.
 *
 * @param told the message that clients see with it
 * @param word {@code call.event} of contract 3.3
 * @param now the contact, as it was told last
 */
record WebexccCall(Me me, Frame told, String word, Interaction now, Standing standing, WebexccNotes notes) {
    /** The agent, as far as his calls show him. */
    record Me(String agentId, String extension) {}

    /** Whether somebody is called besides the customer. */
    enum Consult {
        NONE,
        CALLED,
        TALKING
    }

    /**
     * What no message says for itself.
     *
     * @param command our command that it came from, or {@code ""}
     * @param dialled the number that was asked for, or {@code ""}
     * @param failed the try to call the customer failed
     * @param talked whether anybody ever answered
     * @param consulted whether he himself is the one who is consulted
     * @param gone the platform no longer has it, and did not say how it ended
     * @param time of the newest event, in milliseconds
     * @param reason why it ended, as far as the platform said so
     */
    record Standing(
            String command,
            String dialled,
            WebexccStage stage,
            boolean failed,
            boolean talked,
            boolean held,
            Consult consult,
            boolean conference,
            boolean consulted,
            boolean gone,
            long time,
            Optional<Reason> reason) {
        static Standing begun(String command, String dialled) {
            return new Standing(
                    command,
                    dialled,
                    WebexccStage.NEW,
                    false,
                    false,
                    false,
                    Consult.NONE,
                    false,
                    false,
                    false,
                    0,
                    Optional.empty());
        }

        Standing unheard() {
            return new Standing(
                    command,
                    dialled,
                    WebexccStage.OVER,
                    failed,
                    talked,
                    false,
                    Consult.NONE,
                    false,
                    consulted,
                    true,
                    time,
                    reason);
        }
    }

    /** Of which nothing has been told. */
    static WebexccCall begun(Me me, Frame first, String command, String dialled) {
        return new WebexccCall(
                me,
                first,
                "",
                Interaction.untold(first.interactionId()),
                Standing.begun(command, dialled),
                WebexccNotes.NONE);
    }

    WebexccCall with(WebexccNotes left) {
        return new WebexccCall(me, told, word, now, standing, left);
    }

    /** The platform no longer has it. */
    WebexccCall gone() {
        return new WebexccCall(me, told, WebexccWords.OVER, now, standing.unheard(), notes);
    }

    String id() {
        return now.id();
    }

    WebexccStage stage() {
        return standing.stage();
    }

    boolean at(WebexccStage stage) {
        return standing.stage() == stage;
    }

    /** Somebody may be talking, or called. */
    boolean live() {
        return stage().before(WebexccStage.ENDING);
    }

    /** Calls that came in from outside (contract O3). */
    boolean fromOutside() {
        return now.direction().equalsIgnoreCase("INBOUND");
    }

    /** His own phone rings: he can still decline (sheet 4). */
    boolean ringsHere() {
        return stage().before(WebexccStage.TALK)
                && mine().filter(one -> !one.joined().orElse(false)).isPresent();
    }

    // ---- who is on it

    Optional<Participant> mine() {
        return now.participants().stream()
                .filter(one -> one.id().equals(me.agentId()))
                .findFirst();
    }

    Optional<Participant> customer() {
        return now.participants().stream()
                .filter(one -> one.kind().equalsIgnoreCase("Customer"))
                .findFirst();
    }

    /** Neither he nor the customer, and still there: the newest last. */
    List<Participant> others() {
        return now.participants().stream()
                .filter(one -> !one.id().equals(me.agentId()))
                .filter(one -> !one.kind().equalsIgnoreCase("Customer"))
                .filter(not(Participant::left))
                .toList();
    }

    /** The customer's media (sheet 4). */
    Optional<Media> mainMedia() {
        return now.media().stream()
                .filter(one -> one.id().equals(now.mainId()))
                .findFirst()
                .or(() -> now.media().stream()
                        .filter(one -> one.kind().equalsIgnoreCase("mainCall"))
                        .findFirst());
    }

    /** What hold and its end are asked for. */
    String mainMediaId() {
        return mainMedia().map(Media::id).orElse(now.mainId());
    }

    // ---- addresses and data (contract 3.3)

    String from() {
        return Stream.of("agent_ani", "agentSelectedAni", "ani")
                .map(name -> now.details().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    String to() {
        return Optional.ofNullable(now.details().get("dnis"))
                .or(() -> customer().map(Participant::id))
                .orElse(standing.dialled());
    }

    /** Every form in which the platform names the dialled number; none of a call that another agent has placed. */
    List<String> dialled() {
        String placedBy = now.details().getOrDefault("outdialAgentId", me.agentId());
        if (!placedBy.equals(me.agentId())) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(standing.dialled(), now.details().getOrDefault("dnis", "")),
                        customer().map(Participant::id).stream())
                .filter(not(String::isEmpty))
                .distinct()
                .toList();
    }

    /** For clients; four of them are always there. */
    Map<String, String> callVariables() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ani", detail("ani"));
        all.put("dn", shown("dn", to()));
        all.put("ronaTimeout", detail("ronaTimeout"));
        all.put("virtualTeamName", detail("virtualTeamName"));
        now.shown().forEach((name, value) -> {
            if (!SecretNames.contain(name)) {
                all.putIfAbsent(name, value);
            }
        });
        all.putAll(variables());
        return all;
    }

    private String detail(String name) {
        return shown(name, now.details().getOrDefault(name, ""));
    }

    private String shown(String name, String otherwise) {
        return now.shown().getOrDefault(name, otherwise);
    }

    /** What belongs to the customer: as told, and what the platform took without telling it. */
    Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>(now.variables());
        all.putAll(notes.accepted());
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** Of a campaign, or {@code ""}. */
    String campaign() {
        String named = now.details().getOrDefault("campaignId", "");
        return manual() ? "" : named;
    }

    boolean manual() {
        return now.outboundType().isEmpty() || now.outboundType().equalsIgnoreCase("OUTDIAL");
    }
}
