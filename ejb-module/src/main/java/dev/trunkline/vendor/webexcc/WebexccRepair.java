package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a reading shows to be wrong with the agent is put right before it is told: whom the platform idled because nobody heard is Available
 * again, and whose station session has vanished is logged in once more (sheet 2.5, 5.5, 10). Used on the lane only.
 */
final class WebexccRepair {
    private static final Logger LOG = Logger.getLogger(WebexccRepair.class.getName());

    private final WebexccClient client;
    private final WebexccSeat seat;
    private final StreamLane lane;
    private final BiConsumer<WebexccReload.Read, WebexccAgent> arrive;
    private final Runnable read;
    private final Waits waits;
    /** A station session that vanishes again is not begun again: somebody wants it so. */
    private boolean loggedInAgain;

    private String agentId = "";
    private Optional<Open> open = Optional.empty();

    /** Of which outcome it is waited for. */
    private enum Deed {
        LOGIN,
        RESTORE
    }

    private record Open(Deed deed, WebexccReload.Read read, WebexccAgent stands) {}

    /** How long an outcome is waited for. */
    @FunctionalInterface
    interface Waits {
        void once(Runnable over);
    }

    /** @param arrive what follows when it is right, or cannot be put right */
    WebexccRepair(
            WebexccClient client,
            WebexccSeat seat,
            StreamLane lane,
            BiConsumer<WebexccReload.Read, WebexccAgent> arrive,
            Runnable read,
            Waits waits) {
        this.client = client;
        this.seat = seat;
        this.lane = lane;
        this.arrive = arrive;
        this.read = read;
        this.waits = waits;
    }

    /** Connected. @param id who the platform says he is */
    void begin(String id) {
        agentId = id;
    }

    void stop() {
        open = Optional.empty();
    }

    /** @param anew nothing was heard of him before it */
    void look(AgentSession agent, WebexccReload.Read now, WebexccAgent said, boolean anew) {
        WebexccAgent stands = said.id().isEmpty() ? said.known(agentId) : said;
        Optional<WebexccAgent> before = seat.agent();
        boolean vanished = !stands.in() && before.filter(WebexccAgent::in).isPresent();
        boolean idled = anew
                && stands.cause().equals(WebexccAgent.SOCKET_LOST)
                && !stands.available()
                && before.filter(WebexccAgent::available).isPresent();
        if (stands.in()) {
            loggedInAgain = false;
        }
        if (vanished && client.settings().loginAgain() && !loggedInAgain) {
            loggedInAgain = true;
            begin(new Open(Deed.LOGIN, now, stands), () -> new WebexccStations(client, agent, seat).login(""));
        } else if (idled) {
            begin(new Open(Deed.RESTORE, now, stands), () -> new WebexccStates(client, agent, seat).restore());
        } else {
            arrive.accept(now, stands);
        }
    }

    private void begin(Open deed, Runnable request) {
        open = Optional.of(deed);
        lane.work(
                () -> {
                    request.run();
                    return deed;
                },
                taken -> {},
                why -> failed(deed, why));
        waits.once(() -> {
            if (open.filter(deed::equals).isPresent()) {
                done(deed, deed.stands());
            }
        });
    }

    private void failed(Open deed, VendorException why) {
        if (open.filter(deed::equals).isPresent()) {
            LOG.log(Level.WARNING, "webexcc: {0} was refused: {1}", new Object[] {deed.deed(), why.getMessage()});
            done(deed, deed.stands());
        }
    }

    private void done(Open deed, WebexccAgent stands) {
        open = Optional.empty();
        arrive.accept(deed.read(), stands);
    }

    /** @return whether it was the outcome of what is being put right */
    boolean hear(Frame frame) {
        if (open.isEmpty()) {
            return false;
        }
        Open deed = open.get();
        String type = frame.type().toLowerCase(Locale.ROOT);
        String subject = deed.deed() == Deed.LOGIN ? "agentstationlogin" : "agentstatechange";
        if (!type.startsWith(subject)) {
            return false;
        }
        if (type.endsWith("failed")) {
            done(deed, deed.stands());
        } else if (deed.deed() == Deed.LOGIN) {
            open = Optional.empty();
            read.run();
        } else {
            done(deed, deed.stands().told(frame));
        }
        return true;
    }

    /** An event said so, in the midst of work. */
    void sessionGone(AgentSession agent, Runnable then) {
        boolean wanted = seat.agent().filter(WebexccAgent::in).isPresent();
        if (!wanted || loggedInAgain || !client.settings().loginAgain()) {
            then.run();
            return;
        }
        loggedInAgain = true;
        lane.work(
                () -> {
                    new WebexccStations(client, agent, seat).login("");
                    return agent;
                },
                taken -> then.run(),
                why -> then.run());
    }
}
