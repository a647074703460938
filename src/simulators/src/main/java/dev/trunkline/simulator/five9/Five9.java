package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Surroundings;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.Staff;
import dev.trunkline.simulator.five9.login.Gate;
import dev.trunkline.simulator.five9.login.Metadata;
import dev.trunkline.simulator.five9.login.Sessions;
import dev.trunkline.simulator.five9.rest.Api;
import dev.trunkline.simulator.five9.stream.Entrance;
import dev.trunkline.simulator.five9.stream.Sockets;
import dev.trunkline.simulator.web.WebHandler;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The simulated Five9: one domain behind a log-in host and two data centres, of which it lives at one. */
public final class Five9 implements Platform {
    static final String NAME = "five9";

    private final Five9Settings settings;
    private final Lane lane = new Lane("five9");
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Told told = new Told();
    private final Surroundings surroundings;
    private final Sockets sockets;
    private final Centre centre;
    private final Five9Faults kinds;
    private final Api api;
    private final Map<Farm, WebServer> farms = new EnumMap<>(Farm.class);
    private WebServer login;

    Five9(Surroundings surroundings) {
        this.surroundings = surroundings;
        settings = Five9Settings.from(surroundings.options());
        Staff staff = new Staff(surroundings.people(), settings.rules().desk());
        Sessions sessions = new Sessions(settings.login(), lane);
        Metadata metadata = new Metadata(farm -> farms.get(farm).port(), this::loginUrl);
        Gate gate = new Gate(settings.login(), sessions, staff, faults, counters);
        sockets = new Sockets(settings.stream(), lane, faults, settings.timing(), gate, counters, told);
        sessions.whenEnded(session -> sockets.endOf(session, settings.login().closeCode()));
        Map<Farm, Supplier<Map<String, Object>>> homes = new EnumMap<>(Farm.class);
        for (Farm farm : Farm.values()) {
            homes.put(farm, () -> metadata.at(farm));
        }
        centre = new Centre(lane, staff, settings.rules(), settings.timing(), faults, sockets, homes);
        kinds = new Five9Faults(faults, centre, sessions, sockets, lane);
        api = new Api(new Api.Parts(
                lane, centre, settings.login(), settings.api(), gate, sessions, metadata, sockets, faults, counters));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        open(Farm.ATLANTA, settings.atlantaPort());
        open(Farm.SANTA_CLARA, settings.santaClaraPort());
        login = WebServer.secure(
                "Five9 log-in",
                settings.port(),
                surroundings.identity(),
                new WebHandler(request -> api.answer(request, Optional.empty()), lane));
        farms.values().forEach(WebServer::start);
        login.start();
    }

    private void open(Farm farm, int port) {
        WebHandler rest = new WebHandler(request -> api.answer(request, Optional.of(farm)), lane);
        Entrance entrance = new Entrance(farm, sockets);
        farms.put(
                farm,
                WebServer.secure(
                        "Five9 " + farm.title(),
                        port,
                        surroundings.identity(),
                        server -> entrance.before(server, rest)));
    }

    /** Where everybody logs in, without a path. */
    public String loginUrl() {
        return "https://localhost:" + login.port();
    }

    private String url(Farm farm) {
        return "https://localhost:" + farms.get(farm).port();
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
    public OfferEntry offer(Offer offer) {
        return centre.offer(offer);
    }

    @Override
    public void withdraw(String id) {
        centre.withdraw(id);
    }

    @Override
    public List<OfferEntry> offers() {
        return centre.offers();
    }

    @Override
    public List<CallbackEntry> callbacks() {
        return centre.scheduled();
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("login", loginUrl());
        addresses.put("atlanta", url(Farm.ATLANTA));
        addresses.put("santaClara", url(Farm.SANTA_CLARA));
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", addresses);
        description.put("sessions", sessions().size());
        description.putAll(Particulars.of(settings, centre));
        return description;
    }

    @Override
    public List<SessionEntry> sessions() {
        return sockets.sessions();
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
        if (login != null) {
            login.close();
        }
        farms.values().forEach(WebServer::close);
        lane.close();
    }
}
