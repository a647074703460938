package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.event.Change;
import dev.trunkline.event.Gateway;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.util.List;
import java.util.Optional;

/** The agent's side of a desk: his sign-in, the connection that it stands on, and his state. Guarded by the desk's monitor. */
final class Presence {
    private final Desk desk;
    /** Read without the desk's monitor too. */
    private volatile Optional<SignIn> signIn = Optional.empty();

    private Optional<LoginFlow> login = Optional.empty();
    private final Connection connection;
    private Optional<AgentSnapshot> agent = Optional.empty();
    private boolean linkLost;
    /** Signed in once, but the platform or a restart took the credential's worth away: the agent must sign in again. */
    private boolean expired;

    Presence(Desk desk) {
        this.desk = desk;
        this.connection = new Connection(desk);
    }

    Optional<SignIn> signIn() {
        return signIn;
    }

    Optional<AgentSnapshot> agent() {
        return agent;
    }

    boolean expired() {
        return expired;
    }

    StreamState link() {
        return connection.state();
    }

    /** As whom the platform is asked: the sign-in under way goes before the one that stands. */
    Optional<AgentSession> session() {
        return login.map(LoginFlow::signIn).or(() -> signIn).map(SignIn::session);
    }

    Gateway.User user() {
        return agent.flatMap(now -> session().map(known -> Telling.user(known, now)))
                .orElse(null);
    }

    void reread() {
        connection.reread();
    }

    /** What could not be stored is not known. */
    void beginAgain() {
        agent = Optional.empty();
        reread();
    }

    void close() {
        connection.close();
    }

    // ---- signing in

    /** A Login. Where the connection stands already, only the platform's word on the credential is missing. */
    void begin(LoginFlow flow, Waiting one) {
        if (signIn.isPresent() && link() == StreamState.UP) {
            connection.inherit();
            login = Optional.of(flow.nowAsked(signIn.get().attached()));
            desk.errands().perform(one);
        } else {
            connect(flow);
        }
    }

    /** A stored sign-in that is to be taken up again after a restart. */
    void expect(SignIn stored) {
        signIn = Optional.of(stored);
    }

    /** Its turn has come, unless the agent was quicker. */
    void reattach(SignIn stored) {
        boolean expected = signIn.filter(one -> one == stored).isPresent();
        if (expected && !connection.isThere()) {
            connect(LoginFlow.takingUp(stored));
        }
    }

    /** By the Login under way, or by the sign-in that stands. */
    private void connectAnew() {
        login.map(LoginFlow::notAsked).or(() -> signIn.map(LoginFlow::takingUp)).ifPresent(this::connect);
    }

    /** A stored sign-in that cannot be taken up again: nobody has its credential. */
    void expire(Refusal why) {
        expired = true;
        login = Optional.empty();
        desk.voice().changes(desk.telling().linkTrouble(why));
    }

    private void connect(LoginFlow flow) {
        login = Optional.of(flow);
        expired = false;
        connection.open(flow.signIn().session());
    }

    /** A Login that failed leaves nothing behind, unless the connection that stood before it still stands. */
    void loginFailed(CommandRecord command) {
        if (login.flatMap(LoginFlow::command).equals(Optional.of(command))) {
            login = Optional.empty();
            connection.remain();
            if (signIn.isEmpty() || link() != StreamState.UP) {
                depart();
            }
        }
    }

    /** The platform took what it was asked; where the Login needed no more than that, it is done. */
    void loginTaken(CommandRecord command) {
        login.filter(flow -> flow.command().equals(Optional.of(command)) && signIn.isPresent())
                .ifPresent(flow -> agent.filter(now -> now.state() != AgentState.LOGGED_OUT)
                        .ifPresent(now -> signedIn(flow, Origin.EVENT, now)));
    }

    /** The connection stands; what the platform says of the agent decides how the sign-in goes on. */
    private void arrive(LoginFlow flow, AgentSnapshot now) {
        String extension = flow.signIn().session().extension();
        // A platform may have him without a phone; then he is there when the Login has given him one.
        boolean phoneless = now.extension().isEmpty() && !extension.isEmpty();
        boolean there = now.state() != AgentState.LOGGED_OUT && !phoneless;
        if (there && flow.attach() && extension.isEmpty() && !now.extension().isEmpty()) {
            connect(flow.with(now.extension()));
        } else if (there && flow.attach() && !now.extension().equals(extension)) {
            Refusal why = Refusal.of(
                    Code.DEVICE_UNAVAILABLE, "the agent is signed in with extension " + now.extension() + " already");
            flow.command().ifPresentOrElse(command -> desk.errands().fail(command, why), () -> expire(why));
        } else if (there && flow.attach()) {
            boolean attached = flow.command().isPresent() || flow.signIn().attached();
            signedIn(flow.attached(attached), Origin.RESYNC, now);
        } else {
            login = Optional.of(flow.nowAsked(false));
            CommandRecord command = flow.command().orElseGet(() -> Reattachment.command(flow.signIn()));
            desk.errands().perform(desk.errands().waiting().find(command.id()).orElseGet(() -> new Waiting(command)));
        }
    }

    /** Keeps the sign-in and answers as contract 6.1 says. */
    private void signedIn(LoginFlow asked, Origin origin, AgentSnapshot now) {
        // Whoever named no phone has the one that the platform signed him in with.
        LoginFlow flow = asked.signIn().session().extension().isEmpty() ? asked.with(now.extension()) : asked;
        login = Optional.empty();
        signIn = Optional.of(flow.signIn());
        desk.voice().write(desk.around().signIns().keep(flow.signIn()));
        AgentSession session = flow.signIn().session();
        connection.renew(session);
        flow.command().ifPresent(command -> {
            desk.errands().done(command);
            desk.voice().tell(AgentMessages.success(desk.platform(), session, now));
        });
        if (!now(now, origin) && flow.command().isPresent()) {
            desk.voice().tell(desk.platform().stateForms(now));
        }
        if (flow.command().isPresent()) {
            desk.errands().later(() -> AgentMessages.reasonCodes(desk.platform(), session)
                    .forEach(desk.voice()::tell));
        }
    }

    /** A sign-in under way is kept with it when it stands. */
    void renewed(Credential credential) {
        login = login.map(flow -> flow.renewed(credential));
        signIn = signIn.map(standing -> standing.renewed(credential));
        signIn.ifPresent(standing -> desk.voice().write(desk.around().signIns().keep(standing)));
    }

    // ---- what the platform tells of the agent

    void current(AgentSnapshot now) {
        if (linkLost) {
            linkLost = false;
            desk.voice().changes(desk.telling().linkTrouble(Refusal.of(Code.LINK_RESTORED, "")));
        }
        Optional<LoginFlow> underWay = login.filter(flow -> !flow.asked());
        if (underWay.isPresent()) {
            arrive(underWay.get(), now);
        } else {
            told(now, Origin.RESYNC);
        }
    }

    void told(AgentSnapshot now, Origin origin) {
        Optional<LoginFlow> asked = login.filter(LoginFlow::asked);
        if (asked.isPresent() && now.state() != AgentState.LOGGED_OUT) {
            signedIn(asked.get(), origin, now);
        } else {
            now(now, origin);
        }
    }

    /** @return whether that was news */
    private boolean now(AgentSnapshot now, Origin origin) {
        boolean news = agent.map(before -> !before.sameAs(now)).orElse(true);
        agent = Optional.of(now);
        List<Waiting> settled = desk.errands().waiting().takeShownBy(now);
        List<CommandRecord> commands = settled.stream().map(one -> one.command).toList();
        if (news) {
            List<Change.Alongside> writes = commands.stream()
                    .map(command -> LedgerRows.done(command, Optional.empty()))
                    .toList();
            desk.voice()
                    .changes(desk.telling()
                            .agent(now, origin, user(), commands.stream().findFirst(), writes));
        } else {
            settled.forEach(one -> {
                desk.errands().done(one.command);
                desk.voice().tell(desk.platform().stateForms(now), one.asker);
            });
        }
        if (now.state() == AgentState.LOGGED_OUT && login.isEmpty() && signIn.isPresent()) {
            out(commands.stream().anyMatch(command -> command.verb() == Verb.LOGOUT), origin);
        }
        return news;
    }

    /** Put out by the platform in mid-call: what became of the calls is read before nobody can be asked any more. */
    private void out(boolean asked, Origin origin) {
        if (asked) {
            desk.voice().tell(AgentMessages.left(desk.platform()));
        }
        if (origin == Origin.EVENT && !desk.ledger().openIds().isEmpty()) {
            reread();
        } else {
            depart();
        }
    }

    /** Leaves a session that is not ours to end (contract 6.2): the platform is not told. */
    void leave(CommandRecord logout) {
        AgentSnapshot out = agent.orElseThrow().left(logout.id());
        agent = Optional.of(out);
        List<Change.Alongside> writes = List.of(LedgerRows.done(logout, Optional.empty()));
        desk.voice().changes(desk.telling().agent(out, Origin.GATEWAY, user(), Optional.of(logout), writes));
        desk.voice().tell(AgentMessages.left(desk.platform()));
        depart();
    }

    /** Nothing more comes for this agent until he signs in again. */
    private void depart() {
        SignInStore kept = desk.around().signIns();
        desk.voice().write(kept.forget(desk.key(), desk.platform().vendor()));
        connection.leave();
        signIn = Optional.empty();
    }

    // ---- the link

    void link(StreamState now, Optional<VendorException> why) {
        boolean refused = connection.refused(now);
        if (refused && connection.ofThePast(why)) {
            connectAnew();
            return;
        }
        if (!refused && now != StreamState.WAITING) {
            return;
        }
        Refusal trouble = why.map(VendorException::refusal).orElse(Refusal.of(Code.LINK_DOWN, now.sentence()));
        // Where it stood before, it comes back while the platform answers.
        Optional<CommandRecord> asking =
                login.filter(flow -> refused || !connection.inherited()).flatMap(LoginFlow::command);
        if (asking.isPresent()) {
            desk.errands().fail(asking.get(), trouble);
        } else if (refused) {
            expire(trouble);
        } else if (!linkLost && agent.isPresent()) {
            linkLost = true;
            desk.voice().changes(desk.telling().linkTrouble(Refusal.of(Code.LINK_DOWN, trouble.detail())));
        }
    }
}
