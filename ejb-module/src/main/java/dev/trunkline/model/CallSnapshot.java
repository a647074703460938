package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform says of one call of one agent at one moment; the ledger turns two of them into a change.
 *
 * @param id the platform's id of the call
 * @param platformState the platform's own word, as it is published
 * @param lifeCycle common word; empty where the platform's word is new to us or says nothing of it: the last one stays
 * @param published false for a call that is not told to clients (contract O3: calls that came in from outside)
 * @param fromAddress the side that calls
 * @param toAddress the party called
 * @param dialled every form in which the platform names the dialled number: what a dial is recognised by
 * @param causedBy our command id, if the platform gave it back; else {@code ""}
 * @param parentCallId the platform's id of the offer that this call came from; else {@code ""}
 * @param parties addresses of all who are on the call now, the agent's own phone included
 * @param allowed the verbs that are open now, in the order of contract section 4
 * @param variables call variables that are not empty, secrets left out
 * @param campaign name of the campaign; {@code ""} on a manual dial
 * @param reason what the platform itself reports, if anything
 * @param guess why it must be over, by what this platform tells of calls, where nobody here knows better
 * @param platformTime the platform's own time of this change, ISO 8601, or {@code ""}
 * @param facts everything of this snapshot whose change is an event (contract 3.1 rule 9), as one text without clock times: two
 *     snapshots with the same facts are the same
 * @param forms channel name to the message in that form, profile exact, as JSON text
 * @param raw the platform's own message of this call, from which a vendor can make the snapshot again
 */
public record CallSnapshot(
        String id,
        String platformState,
        Optional<LifeCycle> lifeCycle,
        boolean published,
        String fromAddress,
        String toAddress,
        List<String> dialled,
        String causedBy,
        String parentCallId,
        Set<String> parties,
        Set<Verb> allowed,
        Map<String, String> variables,
        String campaign,
        Optional<Reason> reason,
        Optional<Reason> guess,
        String platformTime,
        String facts,
        Map<String, String> forms,
        String raw) {
    public CallSnapshot {
        requireNonNull(id, "id");
        requireNonNull(platformState, "platformState");
        requireNonNull(lifeCycle, "lifeCycle");
        requireNonNull(reason, "reason");
        requireNonNull(guess, "guess");
        requireNonNull(facts, "facts");
        requireNonNull(forms, "forms");
        requireNonNull(raw, "raw");
    }

    /** Of a platform that says why, or of which nothing is to be guessed. */
    public CallSnapshot(
            String id,
            String platformState,
            Optional<LifeCycle> lifeCycle,
            boolean published,
            String fromAddress,
            String toAddress,
            List<String> dialled,
            String causedBy,
            String parentCallId,
            Set<String> parties,
            Set<Verb> allowed,
            Map<String, String> variables,
            String campaign,
            Optional<Reason> reason,
            String platformTime,
            String facts,
            Map<String, String> forms,
            String raw) {
        this(
                id,
                platformState,
                lifeCycle,
                published,
                fromAddress,
                toAddress,
                dialled,
                causedBy,
                parentCallId,
                parties,
                allowed,
                variables,
                campaign,
                reason,
                Optional.empty(),
                platformTime,
                facts,
                forms,
                raw);
    }
}
