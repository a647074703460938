package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Credential;
import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages as the sheet shows them (5.2), of one agent's call. */
final class CallFixture {
    static final String AGENT = "7d2e0c11-0f5b-4b1e-9a52-6c0f7e1d2a33";
    static final String OTHER = "11aa22bb-0f5b-4b1e-9a52-6c0f7e1d2a33";
    static final String CALL = "a4c1f7d2-55e0-4a0e-8f43-0b7a2f6c9d10";
    static final String CUSTOMER = "+12065550111";
    static final Me ME = new Me(AGENT, "1001");
    static final WebexccOutcomes OUTCOMES = new WebexccOutcomes(Map.of());
    static final AgentSession SESSION = new AgentSession(
            new AgentKey("default", "alice"), "webexcc", "alice@example.com", "1001", "", new Credential("refresh:x"));

    private CallFixture() {}

    /** What varies in a message. */
    static final class Said {
        private final String type;
        private final long time;
        private String state = "new";
        private String joined = "false";
        private String customer = "false";
        private String wrapUp = "false";
        private String held = "false";
        private String others = "";
        private String more = "";
        private String contact = "";

        private Said(String type, long time) {
            this.type = type;
            this.time = time;
        }

        Said state(String word) {
            state = word;
            return this;
        }

        /** The talk is up. */
        Said connected() {
            state = "connected";
            joined = "true";
            customer = "true";
            return this;
        }

        Said customer(boolean on) {
            customer = Boolean.toString(on);
            return this;
        }

        Said held() {
            held = "true";
            return this;
        }

        Said wrapUp() {
            wrapUp = "true";
            return this;
        }

        /** Another agent on it. */
        Said other() {
            others = ",\"" + OTHER + "\":{\"id\":\"" + OTHER
                    + "\",\"pType\":\"Agent\",\"dn\":\"1002\",\"hasLeft\":false}";
            return this;
        }

        /** Members of {@code data}, as JSON. */
        Said with(String members) {
            more += "," + members;
            return this;
        }

        /** Members of the contact, as JSON. */
        Said contact(String members) {
            contact += "," + members;
            return this;
        }

        Said due() {
            return with("\"agentsPendingWrapUp\":[\"" + AGENT + "\"]");
        }

        Said dueForNobody() {
            return with("\"agentsPendingWrapUp\":[]");
        }

        String text() {
            return "{\"type\":\"RoutingMessage\",\"orgId\":\"org-1\",\"trackingId\":\"notifs_1\",\"data\":{\"type\":\""
                    + type
                    + "\",\"eventType\":\"RoutingMessage\",\"eventTime\":" + time + ",\"agentId\":\"" + AGENT
                    + "\",\"interactionId\":\"" + CALL + "\",\"mediaResourceId\":\"" + CALL + "\",\"trackingId\":\"t"
                    + time
                    + "\",\"ronaTimeout\":18" + more + ",\"interaction\":{\"interactionId\":\"" + CALL
                    + "\",\"mainInteractionId\":\"" + CALL + "\",\"owner\":\"" + AGENT + "\",\"state\":\"" + state
                    + "\",\"isTerminated\":false,\"contactDirection\":{\"type\":\"OUTBOUND\"},\"outboundType\":\"OUTDIAL\""
                    + ",\"callProcessingDetails\":{\"ani\":\"+12065550100\",\"agent_ani\":\"+12065550100\",\"dnis\":\""
                    + CUSTOMER
                    + "\",\"ronaTimeout\":\"18\",\"virtualTeamName\":\"Outdial Queue-1\",\"outdialAgentId\":\""
                    + AGENT + "\"},\"media\":{\"" + CALL + "\":{\"mediaResourceId\":\"" + CALL
                    + "\",\"mType\":\"mainCall\",\"isHold\":" + held + "}},\"participants\":{\"" + CUSTOMER
                    + "\":{\"id\":\"" + CUSTOMER + "\",\"pType\":\"Customer\",\"hasJoined\":" + customer
                    + ",\"hasLeft\":false},\"" + AGENT + "\":{\"id\":\"" + AGENT
                    + "\",\"pType\":\"Agent\",\"name\":\"Ana Agent\",\"dn\":\"1001\",\"isOffered\":true,\"hasJoined\":"
                    + joined
                    + ",\"hasLeft\":false,\"isWrapUp\":" + wrapUp + ",\"isWrappedUp\":false}" + others + "}" + contact
                    + "}}}";
        }

        Frame frame() {
            return WebexccJson.frame(text());
        }
    }

    static Said said(String type, long time) {
        return new Said(type, time);
    }

    /** A message without the contact. */
    static Frame bare(String type, long time, String members) {
        return WebexccJson.frame("{\"type\":\"RoutingMessage\",\"data\":{\"type\":\"" + type + "\",\"eventTime\":"
                + time + (members.isEmpty() ? "" : "," + members) + "}}");
    }

    static WebexccCall begun(Frame first) {
        return WebexccCall.begun(ME, first, "m-1", CUSTOMER);
    }

    /** What such messages make of a call, one after the other: all steps. */
    static List<WebexccCall> steps(Said... messages) {
        WebexccCall call = begun(messages[0].frame());
        List<WebexccCall> all = new ArrayList<>();
        for (Said message : messages) {
            List<WebexccCall> steps = WebexccProgress.after(call, message.frame(), OUTCOMES);
            all.addAll(steps);
            call = steps.isEmpty() ? call : steps.get(steps.size() - 1);
        }
        return all;
    }

    static WebexccCall last(Said... messages) {
        List<WebexccCall> all = steps(messages);
        return all.get(all.size() - 1);
    }

    static WebexccCall talk() {
        return last(
                said("AgentContactReserved", 1),
                said("AgentOfferContact", 2),
                said("AgentContactAssigned", 3).connected());
    }
}
