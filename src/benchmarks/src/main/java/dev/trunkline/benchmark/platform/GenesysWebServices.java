package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import dev.trunkline.system.load.Vendor;
import java.util.List;
import java.util.Map;

/** Genesys Web Services on premises. Calls to numbers that are busy leave nothing to wrap up. */
final class GenesysWebServices implements Platform {
    @Override
    public String vendor() {
        return Vendor.GWS.platform();
    }

    @Override
    public String channel() {
        return Vendor.GWS.channel();
    }

    @Override
    public List<String> simulator() {
        return List.of("--gws.begin=1ms", "--gws.firstEvent=afterAnswer", "--gws.busy=50ms");
    }

    @Override
    public Map<String, String> gateway(JsonNode described) {
        return Vendor.GWS.settings(described);
    }

    @Override
    public String login(String agent, String extension) {
        return Vendor.GWS.login(agent, extension);
    }

    @Override
    public String up() {
        return "Established";
    }

    /** Each of them has a poll parked there, so their number is what matters. */
    @Override
    public boolean withMost() {
        return true;
    }

    @Override
    public Desktops desktops(Installation installation, JsonNode described) {
        return GwsDesktops.begin(new Caller(installation, installation.ports().gws()));
    }

    @Override
    public String toString() {
        return channel();
    }
}
