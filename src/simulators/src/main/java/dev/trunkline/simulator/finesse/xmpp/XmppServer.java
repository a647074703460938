package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Identity;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.PortTakenException;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.finesse.Accounts;
import dev.trunkline.simulator.finesse.Door;
import dev.trunkline.simulator.finesse.Tokens;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Rules.AuthMode;
import dev.trunkline.simulator.finesse.centre.Timing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/** The XMPP server: two ports, the agents' sessions, and the way for notifications to them. */
public final class XmppServer implements EventServer {
    private static final Logger LOG = Logger.getLogger(XmppServer.class.getName());
    private static final int WAITING_CLIENTS = 1000;
    private static final int IDLE_SECONDS = 10;
    private static final long STACK = 256 * 1024L;

    private final Rules rules;
    private final Timing timing;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Faults faults;
    private final SSLContext tls;
    private final String domain;
    private final Door door;
    private final Sessions sessions = new Sessions();
    private final Mail mail;
    private final Disorder disorder;
    private final Presences presences;
    private final IqAnswers answers;
    private final Set<XmppConnection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = newThreads();
    private ServerSocket plainPort;
    private ServerSocket securePort;

    /** What the server works with. */
    public record Parts(
            Rules rules,
            Timing timing,
            Accounts accounts,
            Tokens tokens,
            Faults faults,
            Identity identity,
            Lane lane,
            String domain,
            Door door) {}

    /** The listener hears when an agent comes and goes. */
    public XmppServer(Parts parts, BiConsumer<String, Boolean> presenceListener) {
        rules = parts.rules();
        timing = parts.timing();
        accounts = parts.accounts();
        tokens = parts.tokens();
        faults = parts.faults();
        tls = parts.identity().serverContext();
        domain = parts.domain();
        door = parts.door();
        Subscriptions subscriptions = new Subscriptions();
        mail = new Mail(sessions, subscriptions, domain(), rules.offlineStorage());
        disorder = new Disorder(mail::deliver, parts.lane(), timing.disorder(), faults);
        presences = new Presences(sessions, mail, domain(), presenceListener);
        answers = new IqAnswers(domain(), new PubSub(subscriptions));
    }

    static ExecutorService newThreads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(null, task, "finesse-xmpp", STACK);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void open(int xmppPort, int xmppSecurePort) {
        plainPort = listen("Finesse, XMPP with STARTTLS", xmppPort);
        securePort = listen("Finesse, XMPP over TLS", xmppSecurePort);
        ServerSocket plain = plainPort;
        ServerSocket secure = securePort;
        threads.execute(() -> accept(plain, false));
        threads.execute(() -> accept(secure, true));
    }

    private static ServerSocket listen(String purpose, int port) {
        try {
            return new ServerSocket(port, WAITING_CLIENTS, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw PortTakenException.of(purpose, port, e);
        }
    }

    @Override
    public void down() {
        closePorts();
        connections.forEach(XmppConnection::abort);
    }

    @Override
    public void up() {
        try {
            open(plainPort.getLocalPort(), securePort.getLocalPort());
        } catch (PortTakenException e) {
            closePorts();
            throw e;
        }
    }

    private void accept(ServerSocket port, boolean secure) {
        while (!port.isClosed()) {
            try {
                welcome(port.accept(), secure);
            } catch (IOException e) {
                LOG.log(port.isClosed() ? Level.FINE : Level.WARNING, "No client could be accepted", e);
            }
        }
    }

    private void welcome(Socket socket, boolean secure) throws IOException {
        if (faults.activeForAll("refuse-stream")) {
            socket.close();
            return;
        }
        XmppConnection connection = new XmppConnection(socket, tls, threads, timing.silentClient(), this);
        connections.add(connection);
        threads.execute(secure ? XmppConnection.secured(connection) : connection);
    }

    @Override
    public int port() {
        return plainPort.getLocalPort();
    }

    @Override
    public int securePort() {
        return securePort.getLocalPort();
    }

    String domain() {
        return domain;
    }

    Sessions sessions() {
        return sessions;
    }

    Presences presences() {
        return presences;
    }

    IqAnswers answers() {
        return answers;
    }

    void gone(XmppConnection connection) {
        connections.remove(connection);
    }

    /** Whether the agent may be here, given where else he is. */
    boolean admits(String agent) {
        return door.admits(agent);
    }

    /** A resource of the agent is bound. */
    void cameIn(XmppSession session) {
        sessions.add(session);
        door.cameIn(session.agent());
    }

    @Override
    public boolean hears(String agent) {
        return sessions.listener(agent).isPresent();
    }

    @Override
    public boolean isPresent(String agent) {
        return sessions.anyAvailable(agent);
    }

    @Override
    public boolean isConnected(String agent) {
        return !sessions.all(agent::equals).isEmpty();
    }

    boolean refuses(String agent) {
        return faults.active("refuse-stream", agent);
    }

    /** The password, or the access token where single sign-on is on (sheet 2.3). Coming in anew ends an expired authentication. */
    boolean signsIn(String agent, String secret) {
        boolean byToken = rules.authMode() != AuthMode.NON_SSO
                && tokens.userOf(secret).filter(agent::equals).isPresent();
        boolean fits = byToken || rules.authMode() != AuthMode.SSO && accounts.passwordFits(agent, secret);
        if (fits) {
            faults.remove("expire-auth", agent);
        }
        return fits;
    }

    @Override
    public void deliver(String agentId, String node, String update, boolean disorderly) {
        disorder.deliver(agentId, node, update, disorderly);
    }

    @Override
    public void cut(String agentId) {
        cut(Fault.of("cut-stream").onlyFor(agentId), timing.streamCut());
    }

    @Override
    public void cut(Fault fault, Duration usual) {
        refuse(fault, usual);
        concerned(fault).forEach(session -> session.connection().abort());
        if (fault.agent() == null) {
            connections.forEach(XmppConnection::abort);
        }
    }

    @Override
    public void refuse(Fault fault, Duration usual) {
        faults.addFor(fault.as("refuse-stream"), usual);
    }

    @Override
    public void freeze(Fault fault, Duration usual) {
        concerned(fault).forEach(session -> session.connection().freeze(fault.duration(usual)));
    }

    @Override
    public void endWithError(Fault fault, String condition) {
        concerned(fault).forEach(session -> session.connection().endWithError(condition));
    }

    @Override
    public void sendGarbage(Fault fault, String text, boolean raw) {
        for (XmppSession session : concerned(fault)) {
            if (raw) {
                session.connection().send(text);
            } else {
                mail.deliver(session.agent(), "/finesse/api/User/" + session.agent() + "/Dialogs", text);
            }
        }
    }

    @Override
    public void finesseIs(boolean there) {
        presences.tellOfFinesse(there);
    }

    @Override
    public void tellAll(String node, String update) {
        sessions.all(agent -> true).forEach(session -> mail.deliver(session.agent(), node, update));
    }

    private List<XmppSession> concerned(Fault fault) {
        return sessions.all(fault::concerns);
    }

    @Override
    public List<SessionEntry> entries() {
        return sessions.entries();
    }

    @Override
    public void forgetKept() {
        mail.forgetKept();
    }

    @Override
    public void close() {
        sessions.all(agent -> true).forEach(session -> session.connection().endWithError("system-shutdown"));
        closePorts();
        threads.shutdown();
        awaitLastWords();
        connections.forEach(XmppConnection::abort);
    }

    private void closePorts() {
        for (ServerSocket port : new ServerSocket[] {plainPort, securePort}) {
            try {
                if (port != null) {
                    port.close();
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A port did not close", e);
            }
        }
    }

    private void awaitLastWords() {
        try {
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
