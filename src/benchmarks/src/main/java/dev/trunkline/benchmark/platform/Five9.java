package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import dev.trunkline.system.load.Vendor;
import java.util.List;
import java.util.Map;

/** Five9, where each call owes a disposition: the campaign's time-out sets one soon. Numbers stand in what it tells of a call. */
final class Five9 implements Platform {
    @Override
    public String vendor() {
        return Vendor.FIVE9.platform();
    }

    @Override
    public String channel() {
        return Vendor.FIVE9.channel();
    }

    @Override
    public List<String> simulator() {
        return List.of(
                "--five9.begin=1ms",
                "--five9.firstEvent=afterAnswer",
                "--five9.callInfo=full",
                "--five9.busy=50ms",
                "--five9.wrapUp=50ms");
    }

    @Override
    public Map<String, String> gateway(JsonNode described) {
        return Vendor.FIVE9.settings(described);
    }

    @Override
    public String login(String agent, String extension) {
        return Vendor.FIVE9.login(agent, extension);
    }

    @Override
    public String up() {
        return "TALKING";
    }

    @Override
    public Desktops desktops(Installation installation, JsonNode described) {
        Caller logIn = new Caller(installation, installation.ports().five9());
        return (agent, extension, told) ->
                Five9Desktop.open(logIn, new Five9Desktop.Desk(agent, extension, Vendor.campaign(described)), told);
    }

    @Override
    public String toString() {
        return channel();
    }
}
