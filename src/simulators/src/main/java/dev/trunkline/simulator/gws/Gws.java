package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Surroundings;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.centre.Staff;
import dev.trunkline.simulator.gws.login.Gate;
import dev.trunkline.simulator.gws.login.Sessions;
import dev.trunkline.simulator.gws.rest.Api;
import dev.trunkline.simulator.gws.stream.Notifications;
import dev.trunkline.simulator.gws.stream.StreamHandler;
import dev.trunkline.simulator.web.WebHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;

/** The simulated Genesys Web Services: one node behind one port, REST and event stream behind the same cookies. */
public final class Gws implements Platform {
    static final String NAME = "gws";

    private final GwsSettings settings;
    private final Lane lane = new Lane("genesys-web-services");
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Surroundings surroundings;
    private final Notifications notifications;
    private final Told told = new Told();
    private final Centre centre;
    private final GwsFaults kinds;
    private final Gate gate;
    private final Api api;
    private WebServer web;

    Gws(Surroundings surroundings) {
        this.surroundings = surroundings;
        settings = GwsSettings.from(surroundings.options());
        Staff staff = new Staff(surroundings.people(), settings.rules());
        Sessions sessions = new Sessions(settings.login());
        gate = new Gate(settings.login(), sessions, staff, faults, counters);
        notifications = new Notifications(settings.stream(), lane, faults, settings.timing(), counters, told);
        centre = new Centre(lane, staff, settings.rules(), settings.shapes(), settings.timing(), faults, notifications);
        kinds = new GwsFaults(faults, centre, sessions, notifications, lane);
        api = new Api(new Api.Parts(
                lane, centre, settings.timing(), settings.api(), gate, sessions, notifications, faults, counters));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        Handler stream =
                new StreamHandler(notifications, lane, gate, settings.login().anonymousStream(), faults, counters);
        Handler rest = new WebHandler(api::answer, lane);
        web = WebServer.secure(
                "Genesys Web Services", settings.port(), surroundings.identity(), new Handler.Sequence(stream, rest));
        web.start();
    }

    public int port() {
        return web.port();
    }

    /** Without a path; {@code http} works at the same port. */
    public String url() {
        return "https://localhost:" + port();
    }

    @Override
    public void reset() {
        faults.clear();
        counters.clear();
        told.clear();
        centre.reset();
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
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", Map.of("rest", url(), "plain", "http://localhost:" + port()));
        description.put("sessions", sessions().size());
        description.putAll(Particulars.of(settings, centre.staff()));
        return description;
    }

    @Override
    public List<SessionEntry> sessions() {
        return notifications.sessions();
    }

    @Override
    public List<String> told(String agent) {
        return told.to(agent);
    }

    @Override
    public Map<String, Long> requests() {
        return counters.all();
    }

    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
        lane.close();
    }
}
