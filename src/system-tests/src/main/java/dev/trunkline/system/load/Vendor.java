package dev.trunkline.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A simulated platform, as far as whoever puts load on it has to know it: how its numbered agents sign in, what a gateway must be told. */
public enum Vendor {
    FINESSE("finesse", "Finesse") {
        @Override
        public Map<String, String> settings(JsonNode described) {
            return Map.of("trunkline.finesse.defaultWrapup", WRAP_UP);
        }
    },
    GENESYS("genesys", "Genesys") {
        /** Calls are on behalf of a queue, as at work. */
        @Override
        public Map<String, String> settings(JsonNode described) {
            return Map.of(
                    "trunkline.genesys.clientId",
                            described.at("/clients/clientId").asText(),
                    "trunkline.genesys.clientSecret",
                            described.at("/clients/clientSecret").asText(),
                    "trunkline.genesys.queue", described.path("queueId").asText(),
                    "trunkline.genesys.defaultWrapup", WRAP_UP);
        }

        @Override
        public String user(String agent) {
            return agent + "@example.com";
        }

        @Override
        public String secret(String agent) {
            return "refresh-" + agent;
        }
    },
    GWS("gws", "GWS") {
        /** It takes no outcome after the end of a call, and wants none. */
        @Override
        public Map<String, String> settings(JsonNode described) {
            return Map.of();
        }
    },
    FIVE9("five9", "Five9") {
        /** Login begins the session. The data centres are on this machine. */
        @Override
        public Map<String, String> settings(JsonNode described) {
            return Map.of(
                    "trunkline.five9.mode",
                    "own",
                    "trunkline.five9.allowedHosts",
                    "localhost",
                    "trunkline.five9.defaultCampaign",
                    campaign(described),
                    "trunkline.five9.defaultWrapup",
                    WRAP_UP);
        }
    },
    WEBEXCC("webexcc", "Webexcc") {
        /** Its 300 requests a minute are shared by all agents of a client: with hundreds of them nothing else would be seen. */
        @Override
        public Map<String, String> settings(JsonNode described) {
            return Map.of(
                    "trunkline.webexcc.clientId",
                    described.path("clientId").asText(),
                    "trunkline.webexcc.clientSecret",
                    described.path("clientSecret").asText(),
                    "trunkline.webexcc.requestsPerMinute",
                    "1000000",
                    "trunkline.webexcc.defaultWrapup",
                    WRAP_UP);
        }

        @Override
        public String user(String agent) {
            return agent + "@example.com";
        }

        @Override
        public String secret(String agent) {
            return "refresh-" + agent;
        }
    };

    /** Every simulated platform knows it. */
    private static final String WRAP_UP = "Call back later";

    private final String platform;
    private final String channel;

    Vendor(String platform, String channel) {
        this.platform = platform;
        this.channel = channel;
    }

    /** Its name in settings, options and paths. */
    public String platform() {
        return platform;
    }

    /** Its channel in messages. */
    public String channel() {
        return channel;
    }

    /** What a gateway must be told beyond where the platform is. @param described by the simulator's control plane */
    public abstract Map<String, String> settings(JsonNode described);

    /** The name by which a numbered agent signs in. */
    public String user(String agent) {
        return agent;
    }

    /** What he signs in with: a password, or a refresh token that is good again and again. */
    public String secret(String agent) {
        return "secret";
    }

    /** What his Login brings where nothing is configured, as JSON. @param extension of his phone */
    public String login(String agent, String extension) {
        return "{\"username\":\"" + user(agent) + "\",\"password\":\"" + secret(agent) + "\",\"extension\":\""
                + extension + "\"}";
    }

    /** The first of Five9's campaigns that calls out. */
    public static String campaign(JsonNode described) {
        return StreamSupport.stream(described.path("campaigns").spliterator(), false)
                .filter(one -> one.path("campaignType").asText().equals("OUTBOUND"))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}
