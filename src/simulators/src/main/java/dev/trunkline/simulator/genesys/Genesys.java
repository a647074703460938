package dev.trunkline.simulator.genesys;

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
import dev.trunkline.simulator.genesys.centre.Organisation;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.Authorization;
import dev.trunkline.simulator.genesys.login.LoginSettings;
import dev.trunkline.simulator.genesys.login.OAuth;
import dev.trunkline.simulator.genesys.login.Tokens;
import dev.trunkline.simulator.genesys.rest.Api;
import dev.trunkline.simulator.genesys.stream.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated Genesys Cloud: one organisation behind one port. */
public final class Genesys implements Platform {
    static final String NAME = "genesys";

    private final GenesysSettings settings;
    private final Lane lane = new Lane("genesys-cloud");
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Told told = new Told();
    private final Surroundings surroundings;
    private final Tokens tokens;
    private final Channels channels;
    private final Organisation organisation;
    private final GenesysFaults kinds;
    private final Api api;
    private Entrance entrance;

    Genesys(Surroundings surroundings) {
        this.surroundings = surroundings;
        settings = GenesysSettings.from(surroundings.options());
        Staff staff = new Staff(surroundings.people());
        tokens = new Tokens(settings.login(), staff);
        channels = new Channels(settings.stream(), lane, faults, staff, settings.timing(), told);
        organisation = new Organisation(lane, staff, settings.rules(), settings.timing(), faults, channels);
        kinds = new GenesysFaults(faults, organisation, tokens, channels, lane);
        api = new Api(new Api.Parts(
                lane,
                organisation,
                settings.rules(),
                settings.timing(),
                settings.api(),
                tokens,
                new OAuth(settings.login(), tokens, staff),
                new Authorization(settings.login(), tokens, staff),
                channels,
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
        entrance = new Entrance(settings.port(), surroundings.identity(), api, channels, lane);
        entrance.start();
    }

    public int port() {
        return entrance.port();
    }

    /** Where login, API and WebSocket are, without a path; {@code http} works at the same port. */
    public String url() {
        return "https://localhost:" + port();
    }

    @Override
    public Map<String, Object> issueToken(String agent) {
        User user = organisation
                .staff()
                .agent(String.valueOf(agent))
                .orElseThrow(() -> new RefusedException(400, "There is no agent '" + agent + "'."));
        LoginSettings login = settings.login();
        return lane.ask(() -> Map.of(
                "agent", agent,
                "token", tokens.issue(Optional.of(user), login.clientId()).text(),
                "refreshToken", tokens.issueRefresh(user, login.clientId()),
                "expiresIn", login.tokenLife().toSeconds(),
                "code", tokens.issueCode(user, login.clientId(), "", "")));
    }

    @Override
    public void reset() {
        faults.clear();
        counters.clear();
        told.clear();
        organisation.reset();
        lane.ask(() -> {
            api.clear();
            return true;
        });
    }

    @Override
    public List<BookEntry> books() {
        return organisation.books();
    }

    @Override
    public void inject(Fault fault) {
        kinds.inject(fault);
    }

    @Override
    public void farEnd(String callId, String action) {
        organisation.farEnd(callId, action);
    }

    @Override
    public OfferEntry offer(Offer offer) {
        return organisation.offer(offer);
    }

    @Override
    public void withdraw(String id) {
        organisation.withdraw(id);
    }

    @Override
    public List<OfferEntry> offers() {
        return organisation.offers();
    }

    @Override
    public List<CallbackEntry> callbacks() {
        return organisation.scheduled();
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", Map.of("rest", url(), "plain", "http://localhost:" + port()));
        description.put("sessions", sessions().size());
        description.putAll(Particulars.of(settings, organisation.staff()));
        return description;
    }

    @Override
    public List<SessionEntry> sessions() {
        return channels.sessions();
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
        if (entrance != null) {
            entrance.close();
        }
        lane.close();
    }
}
