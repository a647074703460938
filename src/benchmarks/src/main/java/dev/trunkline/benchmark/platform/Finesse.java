package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import dev.trunkline.system.load.Vendor;
import java.util.List;
import java.util.Map;

/** Cisco Finesse. */
final class Finesse implements Platform {
    @Override
    public String vendor() {
        return Vendor.FINESSE.platform();
    }

    @Override
    public String channel() {
        return Vendor.FINESSE.channel();
    }

    @Override
    public List<String> simulator() {
        return List.of("--finesse.begin=1ms", "--finesse.busyClear=50ms", "--finesse.wrapUp=50ms");
    }

    @Override
    public Map<String, String> gateway(JsonNode described) {
        return Vendor.FINESSE.settings(described);
    }

    @Override
    public String login(String agent, String extension) {
        return Vendor.FINESSE.login(agent, extension);
    }

    @Override
    public String up() {
        return "ACTIVE";
    }

    @Override
    public Desktops desktops(Installation installation, JsonNode described) {
        Caller caller = new Caller(installation, installation.ports().finesse());
        int port = installation.ports().xmppSecure();
        return (agent, extension, told) ->
                FinesseDesktop.open(caller, new FinesseDesktop.Seat(agent, extension, port), told);
    }

    @Override
    public String toString() {
        return channel();
    }
}
