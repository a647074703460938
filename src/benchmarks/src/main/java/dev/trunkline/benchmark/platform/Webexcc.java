package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Installation;
import dev.trunkline.system.load.Vendor;
import java.util.List;
import java.util.Map;

/**
 * Webex Contact Center. Its 300 requests a minute are shared by all agents of a client: with as many agents as here nothing else would be
 * measured, so both sides may ask for more.
 */
final class Webexcc implements Platform {
    @Override
    public String vendor() {
        return Vendor.WEBEXCC.platform();
    }

    @Override
    public String channel() {
        return Vendor.WEBEXCC.channel();
    }

    /** One that nobody answered leaves nothing to wrap up. */
    @Override
    public List<String> simulator() {
        return List.of(
                "--webexcc.begin=1ms",
                "--webexcc.firstEvent=afterAnswer",
                "--webexcc.agentLeg=1ms",
                "--webexcc.busy=50ms",
                "--webexcc.wrapUpUnanswered=false",
                "--webexcc.rate=0");
    }

    @Override
    public Map<String, String> gateway(JsonNode described) {
        return Vendor.WEBEXCC.settings(described);
    }

    @Override
    public String login(String agent, String extension) {
        return Vendor.WEBEXCC.login(agent, extension);
    }

    @Override
    public String up() {
        return "connected";
    }

    /** In E.164 only. */
    @Override
    public String spelled(String number) {
        return "+1" + number;
    }

    @Override
    public Desktops desktops(Installation installation, JsonNode described) {
        Caller caller = new Caller(installation, installation.ports().webexcc());
        return (agent, extension, told) ->
                WebexccDesktop.open(this, caller, described, new WebexccDesktop.Desk(agent, extension), told);
    }

    @Override
    public String toString() {
        return channel();
    }
}
