package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Person;
import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Surroundings;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.centre.Directory;
import dev.trunkline.simulator.finesse.rest.FinesseRest;
import dev.trunkline.simulator.finesse.rest.RestHandler;
import dev.trunkline.simulator.finesse.rest.SystemInfo;
import dev.trunkline.simulator.finesse.xmpp.EventServer;
import dev.trunkline.simulator.finesse.xmpp.XmppComponent;
import dev.trunkline.simulator.finesse.xmpp.XmppServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated Cisco Finesse. */
public final class Finesse implements Platform {
    static final String NAME = "finesse";

    private final FinesseSettings settings;
    private final Surroundings surroundings;
    private final Lane lane = new Lane("finesse-centre");
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Accounts accounts;
    private final EventServer xmpp;
    private final Centre centre;
    private final SystemInfo info;
    private final FinesseFaults kinds;
    private WebServer web;

    Finesse(Surroundings surroundings) {
        this.surroundings = surroundings;
        settings = FinesseSettings.from(surroundings.options());
        accounts = new Accounts(surroundings.people(), settings.timing().lockout());
        xmpp = eventServer();
        Directory directory = new Directory(surroundings.people());
        centre = new Centre(lane, settings.timing(), settings.rules(), directory, xmpp);
        info = new SystemInfo(settings.rules(), this::restPort, this::xmppPort, this::xmppSecurePort, this::inService);
        kinds = new FinesseFaults(faults, xmpp, centre, info, lane, surroundings.people());
    }

    private EventServer eventServer() {
        XmppServer.Parts parts = new XmppServer.Parts(
                settings.rules(), settings.timing(), accounts, faults, surroundings.identity(), lane);
        List<String> agents =
                surroundings.people().stream().map(Person::userName).toList();
        return settings.xmppServer()
                .<EventServer>map(server -> new XmppComponent(parts, server, agents, this::presence))
                .orElseGet(() -> new XmppServer(parts, this::presence));
    }

    private void presence(String agent, boolean there) {
        centre.presence(agent, there);
    }

    private boolean inService() {
        return !faults.activeForAll("out-of-service");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        FinesseRest rest =
                new FinesseRest(centre, settings.rules(), settings.timing(), accounts, faults, counters, info);
        RestHandler handler = new RestHandler(rest, lane, this::restPort);
        web = WebServer.secure("Finesse, REST", settings.restPort(), surroundings.identity(), handler);
        xmpp.open(settings.xmppPort(), settings.xmppSecurePort());
        web.start();
    }

    /** Where REST is, without a path: {@code https://localhost:8101}. */
    public String restUrl() {
        return "https://localhost:" + restPort();
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
        return settings.rules().xmppDomain();
    }

    /** The simulated single sign-on token of an agent that is good now; used only if {@code finesse.authMode} allows tokens. */
    public String token(String agent) {
        return accounts.token(agent);
    }

    @Override
    public void reset() {
        faults.clear();
        accounts.unlockAll();
        counters.clear();
        centre.reset();
        xmpp.forgetKept();
    }

    @Override
    public List<BookEntry> books() {
        return centre.books();
    }

    @Override
    public void inject(Fault fault) {
        kinds.inject(fault);
    }

    @Override
    public void farEnd(String callId, String action) {
        centre.farEnd(callId, action);
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("rest", restUrl());
        addresses.put("xmppPort", xmppPort());
        addresses.put("xmppSecurePort", xmppSecurePort());
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", addresses);
        description.put("sessions", sessions().size());
        description.put("rules", settings.rules());
        description.put("timing", settings.timing());
        return description;
    }

    @Override
    public List<SessionEntry> sessions() {
        return xmpp.entries();
    }

    @Override
    public Map<String, Long> requests() {
        return counters.all();
    }

    @Override
    public void close() {
        xmpp.close();
        if (web != null) {
            web.close();
        }
        lane.close();
    }
}
