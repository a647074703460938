package dev.trunkline.simulator.finesse;

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
import dev.trunkline.simulator.finesse.centre.Centre;
import dev.trunkline.simulator.finesse.centre.Directory;
import dev.trunkline.simulator.finesse.centre.Rules.AuthMode;
import dev.trunkline.simulator.finesse.centre.Whereabouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated Cisco Finesse: one contact centre with one node or two before it. */
public final class Finesse implements Platform {
    static final String NAME = "finesse";

    private final FinesseSettings settings;
    private final Lane lane = new Lane("finesse-centre");
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();
    private final Told told = new Told();
    private final Accounts accounts;
    private final Tokens tokens;
    private final Nodes nodes;
    private final Centre centre;
    private final FinesseFaults kinds;

    Finesse(Surroundings surroundings) {
        settings = FinesseSettings.from(surroundings.options());
        accounts = new Accounts(surroundings.people(), settings.timing().lockout());
        tokens = new Tokens(settings.timing());
        Whereabouts whereabouts = new Whereabouts(settings.first().name());
        nodes = new Nodes(settings.rules().bothNodes(), whereabouts, told);
        centre = new Centre(
                lane, settings.timing(), settings.rules(), new Directory(surroundings.people()), nodes, whereabouts);
        FinesseNode.Site site = new FinesseNode.Site(
                nodes, centre, settings, accounts, tokens, faults, counters, surroundings.identity(), lane);
        nodes.add(new FinesseNode(settings.first(), site));
        settings.second().ifPresent(second -> nodes.add(new FinesseNode(second, site)));
        nodes.whenPresenceChanges(centre::presence);
        kinds = new FinesseFaults(faults, nodes, centre, tokens, lane, surroundings.people());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        nodes.all().forEach(FinesseNode::open);
        nodes.all().forEach(FinesseNode::start);
    }

    /** The primary node. */
    public FinesseNode first() {
        return nodes.all().get(0);
    }

    /** The secondary node; there is one if {@code finesse.secondNode} says so. */
    public FinesseNode second() {
        return nodes.all().stream()
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is one node; set finesse.secondNode=true."));
    }

    /** Where REST of the first node is, without a path: {@code https://localhost:8101}. */
    public String restUrl() {
        return first().restUrl();
    }

    public int restPort() {
        return first().restPort();
    }

    /** With STARTTLS. */
    public int xmppPort() {
        return first().xmppPort();
    }

    /** With TLS from the first byte. */
    public int xmppSecurePort() {
        return first().xmppSecurePort();
    }

    public String xmppDomain() {
        return first().xmppDomain();
    }

    /** The simulated single sign-on token of an agent that is good now; used only if {@code finesse.authMode} allows tokens. */
    public String token(String agent) {
        return tokens.issue(agent).token();
    }

    /** What an agent's browser would have brought home from the identity provider (sheet 2.2). */
    @Override
    public Map<String, Object> issueToken(String agent) {
        if (settings.rules().authMode() == AuthMode.NON_SSO) {
            throw new RefusedException(409, "This Finesse knows no tokens; set finesse.authMode=sso or hybrid.");
        }
        if (agent == null || !centre.knows(agent)) {
            throw new RefusedException(400, "There is no agent '" + agent + "'.");
        }
        Tokens.Grant grant = tokens.issue(agent);
        return Map.of(
                "agent", agent,
                "token", grant.token(),
                "refreshToken", grant.refreshToken(),
                "expires", grant.expires(),
                "refreshExpires", grant.refreshExpires());
    }

    @Override
    public void reset() {
        faults.clear();
        accounts.unlockAll();
        counters.clear();
        told.clear();
        nodes.all().forEach(FinesseNode::up);
        centre.reset();
        nodes.all().forEach(FinesseNode::forgetKept);
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
        return centre.campaigns().offer(offer);
    }

    @Override
    public void withdraw(String id) {
        centre.campaigns().withdraw(id);
    }

    @Override
    public List<OfferEntry> offers() {
        return centre.campaigns().offers();
    }

    @Override
    public List<CallbackEntry> callbacks() {
        return centre.campaigns().callbacks();
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> addresses = first().addresses();
        nodes.all().stream().skip(1).forEach(second -> addresses.put("second", second.addresses()));
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", NAME);
        description.put("addresses", addresses);
        description.put("sessions", sessions().size());
        description.put("rules", settings.rules());
        description.put("timing", settings.timing());
        return description;
    }

    /** Of both nodes. */
    @Override
    public List<SessionEntry> sessions() {
        return nodes.all().stream().flatMap(node -> node.sessions().stream()).toList();
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
        nodes.all().forEach(FinesseNode::close);
        lane.close();
    }
}
