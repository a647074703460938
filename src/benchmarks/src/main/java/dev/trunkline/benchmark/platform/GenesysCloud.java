package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import dev.trunkline.system.load.Vendor;
import java.util.List;
import java.util.Map;

/** Genesys Cloud, with the rate limit as it is: 300 requests a minute for each token. Each agent has a token of his own. */
final class GenesysCloud implements Platform {
    @Override
    public String vendor() {
        return Vendor.GENESYS.platform();
    }

    @Override
    public String channel() {
        return Vendor.GENESYS.channel();
    }

    /** Calls are on behalf of a queue, as at work; one that nobody answered leaves nothing to wrap up. */
    @Override
    public List<String> simulator() {
        return List.of("--genesys.begin=1ms", "--genesys.firstEvent=afterAnswer", "--genesys.wrapUpUnanswered=false");
    }

    @Override
    public Map<String, String> gateway(JsonNode described) {
        return Vendor.GENESYS.settings(described);
    }

    @Override
    public String login(String agent, String extension) {
        return Vendor.GENESYS.login(agent, extension);
    }

    @Override
    public String up() {
        return "connected";
    }

    @Override
    public Desktops desktops(Installation installation, JsonNode described) {
        Caller caller = new Caller(installation, installation.ports().genesys());
        return (agent, extension, told) -> GenesysDesktop.open(caller, described, agent, told);
    }

    @Override
    public String toString() {
        return channel();
    }
}
