package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Identity;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.rest.FinesseRest;
import dev.trunkline.simulator.finesse.rest.SystemInfo;
import dev.trunkline.simulator.finesse.xmpp.EventServer;
import dev.trunkline.simulator.finesse.xmpp.XmppComponent;
import dev.trunkline.simulator.finesse.xmpp.XmppServer;
import dev.trunkline.simulator.web.WebHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One server of the pair: REST and XMPP of its own before the contact centre that both share (sheet 1, 5.6). */
public final class FinesseNode {
    private final NodeSettings settings;
    private final Site site;
    private final Faults faults;
    private final EventServer xmpp;
    private final SystemInfo info;
    private final Door door;
    private WebServer web;
    private boolean down;
    private boolean closed;

    /** What the nodes share. */
    record Site(
            Nodes nodes,
            Centre centre,
            FinesseSettings settings,
            Accounts accounts,
            Tokens tokens,
            Faults faults,
            Counters counters,
            Identity identity,
            Lane lane) {}

    FinesseNode(NodeSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        faults = site.faults().at(settings.name());
        door = site.nodes().doorOf(this);
        xmpp = eventServer(settings, site, faults, door);
        info = new SystemInfo(
                site.settings().rules(), settings.xmppDomain(), this::inService, site.nodes()::addressesForInfo);
    }

    /** Another server than our own can only stand before the first node. */
    private static EventServer eventServer(NodeSettings settings, Site site, Faults faults, Door door) {
        XmppServer.Parts parts = new XmppServer.Parts(
                site.settings().rules(),
                site.settings().timing(),
                site.accounts(),
                site.tokens(),
                faults,
                site.identity(),
                site.lane(),
                settings.xmppDomain(),
                door);
        BiConsumer<String, Boolean> presences = (agent, there) -> site.nodes().presenceChanged(agent);
        return site.settings()
                .xmppServer()
                .filter(server -> settings.equals(site.settings().first()))
                .<EventServer>map(server ->
                        new XmppComponent(parts, server, site.accounts().agents(), presences))
                .orElseGet(() -> new XmppServer(parts, presences));
    }

    private boolean inService() {
        return !faults.activeForAll("out-of-service");
    }

    /** Takes the ports; clients are served from {@link #start} on, when those of the other node are known too. */
    void open() {
        FinesseRest rest = new FinesseRest(new FinesseRest.Parts(
                settings.name(),
                site.centre(),
                site.settings().rules(),
                site.settings().timing(),
                site.accounts(),
                site.tokens(),
                faults,
                site.counters(),
                info,
                door));
        WebHandler handler = new WebHandler(request -> rest.answer(request, restPort()), site.lane());
        web = WebServer.secure(
                "Finesse, REST of node " + settings.name(), settings.restPort(), site.identity(), handler);
        xmpp.open(settings.xmppPort(), settings.xmppSecurePort());
    }

    void start() {
        web.start();
    }

    /** As if the machine were off: nothing is open, who is here is cut off. */
    synchronized void down() {
        if (!down) {
            xmpp.down();
            down = true;
            web.down();
        }
    }

    synchronized void up() {
        if (!down || closed) {
            return;
        }
        try {
            xmpp.up();
            web.up();
            down = false;
        } catch (RuntimeException e) {
            xmpp.down();
            throw e;
        }
    }

    synchronized boolean isDown() {
        return down;
    }

    /** {@code a} or {@code b}. */
    public String name() {
        return settings.name();
    }

    /** Where REST is, without a path: {@code https://localhost:8101}. */
    public String restUrl() {
        return "https://" + settings.host() + ":" + restPort();
    }

    public int restPort() {
        return web.port();
    }

    /** With STARTTLS. */
    public int xmppPort() {
        return xmpp.port();
    }

    /** With TLS from the first byte. */
    public int xmppSecurePort() {
        return xmpp.securePort();
    }

    public String xmppDomain() {
        return settings.xmppDomain();
    }

    public List<SessionEntry> sessions() {
        return xmpp.entries();
    }

    EventServer xmpp() {
        return xmpp;
    }

    SystemInfo info() {
        return info;
    }

    Faults faults() {
        return faults;
    }

    SystemInfo.Address address() {
        return new SystemInfo.Address(settings.host(), restPort(), xmppPort(), xmppSecurePort());
    }

    Map<String, Object> addresses() {
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("rest", restUrl());
        addresses.put("xmppPort", xmppPort());
        addresses.put("xmppSecurePort", xmppSecurePort());
        addresses.put("xmppDomain", xmppDomain());
        return addresses;
    }

    void forgetKept() {
        xmpp.forgetKept();
    }

    synchronized void close() {
        closed = true;
        xmpp.close();
        if (web != null) {
            web.close();
        }
    }
}
