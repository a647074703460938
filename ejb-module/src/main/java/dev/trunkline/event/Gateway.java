package dev.trunkline.event;

import dev.trunkline.model.Buttons;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/** The block {@code gateway} (contract 3.2, schema gateway): our own additions; a member without value is left out. */
@JsonbPropertyOrder({
    "v",
    "eventId",
    "seq",
    "callSeq",
    "time",
    "times",
    "origin",
    "callRef",
    "parentCallId",
    "requestId",
    "commandId",
    "verb",
    "agentId",
    "lifeCycle",
    "reason",
    "reasonSource",
    "toE164",
    "campaign",
    "user",
    "variables",
    "buttonStates",
    "actionsAllowed",
    "code",
    "retryAfterMs",
    "warnings",
    "platform"
})
public record Gateway(
        int v,
        String eventId,
        Long seq,
        Long callSeq,
        String time,
        Times times,
        String origin,
        String callRef,
        String parentCallId,
        String requestId,
        String commandId,
        String verb,
        String agentId,
        String lifeCycle,
        String reason,
        String reasonSource,
        String toE164,
        Campaign campaign,
        User user,
        Map<String, String> variables,
        Buttons.Items<String> buttonStates,
        Buttons.Items<Buttons.Offer> actionsAllowed,
        String code,
        Long retryAfterMs,
        List<String> warnings,
        Map<String, Object> platform) {
    /** The times of one change, ISO 8601: the platform's own, of receipt, of storing. */
    @JsonbPropertyOrder({"platform", "received", "stored"})
    public record Times(String platform, String received, String stored) {}

    @JsonbPropertyOrder({"id", "name"})
    public record Campaign(String id, String name) {}

    @JsonbPropertyOrder({"id", "name", "login", "extension"})
    public record User(String id, String name, String login, String extension) {}

    /** The same block with the number and the times that storing gave it. */
    public Gateway numbered(String id, long number, String stored) {
        Times all = times == null ? new Times(null, null, stored) : new Times(times.platform, times.received, stored);
        return new Gateway(
                v,
                id,
                number,
                callSeq,
                stored,
                all,
                origin,
                callRef,
                parentCallId,
                requestId,
                commandId,
                verb,
                agentId,
                lifeCycle,
                reason,
                reasonSource,
                toE164,
                campaign,
                user,
                variables,
                buttonStates,
                actionsAllowed,
                code,
                retryAfterMs,
                warnings,
                platform);
    }

    public static Builder of(String agentId) {
        return new Builder(agentId);
    }

    /** Fills a block member by member; a member not set is left out. */
    public static final class Builder {
        private final String agentId;
        private Long callSeq;
        private Times times;
        private String origin;
        private String callRef;
        private String parentCallId;
        private String requestId;
        private String commandId;
        private String verb;
        private String lifeCycle;
        private String reason;
        private String reasonSource;
        private String toE164;
        private Campaign campaign;
        private User user;
        private Map<String, String> variables;
        private Buttons buttons;
        private String code;
        private Long retryAfterMs;
        private Map<String, Object> platform;

        private Builder(String agentId) {
            this.agentId = agentId;
        }

        /** {@code platform} may be empty: the platform gave no time. */
        public Builder times(String platform, String received) {
            times = new Times(platform.isEmpty() ? null : platform, received, null);
            return this;
        }

        public Builder origin(Origin from) {
            origin = from.name();
            return this;
        }

        public Builder call(String ref, long number) {
            callRef = ref;
            callSeq = number > 0 ? Long.valueOf(number) : null;
            return this;
        }

        public Builder parent(String callId) {
            parentCallId = callId.isEmpty() ? null : callId;
            return this;
        }

        public Builder command(String id, String request, String word) {
            commandId = id;
            requestId = request;
            verb = word;
            return this;
        }

        public Builder standing(String cycle, String why, String source) {
            lifeCycle = cycle;
            reason = why;
            reasonSource = source;
            return this;
        }

        public Builder e164(String number) {
            toE164 = number;
            return this;
        }

        public Builder campaign(String name) {
            campaign = name.isEmpty() ? null : new Campaign(null, name);
            return this;
        }

        public Builder user(User who) {
            user = who;
            return this;
        }

        public Builder variables(Map<String, String> given) {
            variables = given;
            return this;
        }

        public Builder buttons(Buttons open) {
            buttons = open;
            return this;
        }

        public Builder failure(String word, Long retry, Map<String, Object> said) {
            code = word;
            retryAfterMs = retry;
            platform = said.isEmpty() ? null : said;
            return this;
        }

        public Gateway build() {
            return new Gateway(
                    1,
                    null,
                    null,
                    callSeq,
                    null,
                    times,
                    origin,
                    callRef,
                    parentCallId,
                    requestId,
                    commandId,
                    verb,
                    agentId,
                    lifeCycle,
                    reason,
                    reasonSource,
                    toE164,
                    campaign,
                    user,
                    variables,
                    buttons == null ? null : buttons.states(),
                    buttons == null ? null : buttons.actions(),
                    code,
                    retryAfterMs,
                    null,
                    platform);
        }
    }
}
