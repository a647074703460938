package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Surroundings;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.web.WebHandler;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Staff;
import dev.trunkline.simulator.webexcc.login.LoginSettings;
import dev.trunkline.simulator.webexcc.login.OAuth;
import dev.trunkline.simulator.webexcc.login.Tokens;
import dev.trunkline.simulator.webexcc.rest.Api;
import dev.trunkline.simulator.webexcc.stream.Entrance;
import dev.trunkline.simulator.webexcc.stream.Sockets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated Webex Contact Center: one organisation behind one port. */
public final class Webexcc implements Platform {
    static final String NAME = "webexcc";

    private final WebexccSettings settings;
    private final Lane lane = new Lane(NAME);
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Told told = new Told();
    private final Surroundings surroundings;
    private final Tokens tokens;
    private final Sockets sockets;
    private final Centre centre;
    private final WebexccFaults kinds;
    private final Api api;
    private WebServer web;

    Webexcc(Surroundings surroundings) {
        this.surroundings = surroundings;
        settings = WebexccSettings.from(surroundings.options());
        Staff staff = new Staff(surroundings.people());
        tokens = new Tokens(settings.login(), staff);
        sockets = new Sockets(settings.stream(), lane, faults, settings.timing(), counters, told);
        centre = new Centre(lane, staff, settings.rules(), settings.timing(), faults, sockets);
        sockets.whenGone(centre.desk()::disconnected);
        kinds = new WebexccFaults(faults, centre, tokens, sockets, lane);
        api = new Api(new Api.Parts(
                lane,
                centre,
                settings.login(),
                settings.api(),
                tokens,
                new OAuth(settings.login(), tokens, staff, faults),
                sockets,
                faults,
                counters,
                this::port));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        WebHandler rest = new WebHandler(api::answer, lane);
        Entrance entrance = new Entrance(sockets);
        web = WebServer.secure(
                "Webex Contact Center",
                settings.port(),
                surroundings.identity(),
                server -> entrance.before(server, rest));
        web.start();
    }

    public int port() {
        return web.port();
    }

    /** Where log-in, API and WebSocket are, without a path; {@code http} works at the same port. */
    public String url() {
        return "https://localhost:" + port();
    }

    @Override
    public Map<String, Object> issueToken(String name) {
        Agent agent = centre.staff()
                .find(String.valueOf(name))
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + name + "'."));
        LoginSettings login = settings.login();
        return lane.ask(() -> Map.of(
                "agent", name,
                "token", tokens.issue(agent, login.clientId()).text(),
                "refreshToken", tokens.issueRefresh(agent, login.clientId()),
                "expiresIn", login.tokenLife().toSeconds(),
                "code", tokens.issueCode(agent, login.clientId(), "")));
    }

    @Override
    public void reset() {
        faults.clear();
        counters.clear();
        told.clear();
        centre.reset();
        lane.ask(() -> {
            api.clear();
            sockets.heal();
            return true;
        });
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
        addresses.put("api", url());
        addresses.put("login", url() + "/v1");
        addresses.put("plain", "http://localhost:" + port());
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", addresses);
        description.put("sessions", sessions().size());
        description.putAll(Particulars.of(settings, centre.staff()));
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
        if (web != null) {
            web.close();
        }
        lane.close();
    }
}
