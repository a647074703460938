package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Order;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a stream does besides: for verbs, whose threads call it, and for what it hears. */
final class WebexccErrands implements WebexccSeat.Follow, WebexccHearing.Follow {
    private static final Logger LOG = Logger.getLogger(WebexccErrands.class.getName());

    /** So late an event may come. */
    private static final Duration DELAY = Duration.ofSeconds(5);
    /** A change of call data that no event confirms by then is taken for done (sheet 10.1). */
    private static final Duration TAKEN = Duration.ofSeconds(2);
    /** For so long a state after wrap-up that the platform chose is not the agent's own wish. */
    private static final Duration SETTLES = Duration.ofSeconds(3);

    private static final int MOST_TRIES = 3;

    private final WebexccEventStream stream;
    private final StreamLane lane;
    private final WebexccClient client;
    private final WebexccSeat seat;
    private final Timers timers;
    /** Calls whose end leaves the agent Ready, or not. */
    private final Map<String, Boolean> afterwards = new HashMap<>();
    /** Tries to end a wrap-up by ourselves. */
    private final Map<String, Integer> tries = new HashMap<>();

    private Optional<Boolean> wanted = Optional.empty();

    WebexccErrands(WebexccEventStream stream, StreamLane lane, WebexccClient client, WebexccSeat seat, Timers timers) {
        this.stream = stream;
        this.lane = lane;
        this.client = client;
        this.seat = seat;
        this.timers = timers;
    }

    // ---- for verbs

    @Override
    public void reread() {
        stream.reread();
    }

    @Override
    public void retell(String call) {
        lane.run(() -> stream.hearing().retell(call));
    }

    @Override
    public void asked(String command) {
        timers.once(
                client.settings().lookAfter(),
                () -> lane.run(() -> {
                    if (seat.asked().waits(command)) {
                        stream.rereads().ask();
                    }
                }));
    }

    @Override
    public void dialled() {
        lane.run(() -> stream.hearing().release());
        Duration each = client.settings().earlyFor();
        timers.once(each, () -> lane.run(this::look));
        timers.once(each.multipliedBy(3), () -> lane.run(this::look));
    }

    /** Nothing was heard of a dial: the contact may be there all the same (sheet 7). */
    private void look() {
        stream.hearing().release();
        if (seat.dials().open()) {
            stream.rereads().ask();
        }
    }

    @Override
    public void taken(String call) {
        timers.once(
                TAKEN,
                () -> lane.run(() -> {
                    if (seat.asked().take(WebexccAsked.Kind.UPDATE, call).isPresent()) {
                        updated(call);
                    }
                }));
    }

    @Override
    public void afterwards(String call, boolean ready) {
        lane.run(() -> afterwards.put(call, ready));
    }

    @Override
    public void chosen() {
        lane.run(() -> wanted = Optional.empty());
    }

    // ---- for what is heard, on the lane

    @Override
    public void doubts() {
        timers.once(DELAY, () -> lane.run(stream.rereads()::ask));
    }

    @Override
    public void window(String call) {
        timers.once(
                client.settings().endWindow(),
                () -> lane.run(() -> stream.hearing().windowOver(call)));
    }

    @Override
    public void early() {
        timers.once(
                client.settings().earlyFor(),
                () -> lane.run(() -> stream.hearing().release()));
    }

    @Override
    public void updated(String call) {
        seat.accept(call);
        stream.hearing().retell(call);
    }

    @Override
    public void sessionGone() {
        stream.sessionGone();
    }

    @Override
    public void backTo(String call) {
        order(
                call,
                "the customer could not be taken back",
                talk -> client.task(
                        stream.agent(),
                        call,
                        "unhold",
                        WebexccBody.media(talk.call().mainMediaId())));
    }

    /** Another's wish comes first: what he chose himself meanwhile stands. */
    @Override
    public void over(String call) {
        tries.remove(call);
        Optional.ofNullable(afterwards.remove(call)).ifPresent(ready -> {
            wanted = Optional.of(ready);
            stateChanged();
            timers.once(SETTLES, () -> lane.run(() -> wanted = Optional.empty()));
        });
    }

    /** Some profiles make the agent Available after an outdial (sheet 3.1), whatever he has said. */
    @Override
    public void stateChanged() {
        boolean available = seat.agent().filter(WebexccAgent::available).isPresent();
        boolean other = wanted.filter(ready -> ready != available).isPresent();
        if (!other) {
            return;
        }
        boolean ready = wanted.get();
        order("", "the state after a wrap-up could not be set", talk -> {
            WebexccStates states = new WebexccStates(client, stream.agent(), seat);
            if (ready) {
                states.ready("");
            } else {
                states.notReady("", "");
            }
        });
    }

    // ---- our wrap-up timer (sheet 6.2)

    @Override
    public void wrapUpBegins(String call) {
        Duration after = client.settings().wrapUpAfter().orElseGet(this::asTheProfileSays);
        if (!after.isZero()) {
            timers.once(after, () -> lane.run(() -> endWrapUp(call, after)));
        }
    }

    private Duration asTheProfileSays() {
        return seat.profile().autoWrapUp() ? Duration.ofSeconds(seat.profile().autoWrapAfterSeconds()) : Duration.ZERO;
    }

    private void endWrapUp(String call, Duration after) {
        if (!stream.hearing().wrapUpDue(call) || tries.merge(call, 1, Integer::sum) > MOST_TRIES) {
            return;
        }
        LOG.log(Level.INFO, "webexcc {0}: the wrap-up of {1} is ended by us", new Object[] {
            stream.agent().key(), call
        });
        order(call, "the wrap-up could not be ended", talk -> new WebexccWrapUp(talk).byItself());
        timers.once(after, () -> lane.run(() -> endWrapUp(call, after)));
    }

    /** A request of our own, of which nobody waits to hear. */
    private void order(String call, String otherwise, Consumer<WebexccTalk> deed) {
        Order order = new Order("", call, "", Map.of());
        WebexccTalk talk = new WebexccTalk(client, stream.agent(), seat, order);
        lane.work(
                () -> {
                    deed.accept(talk);
                    return call;
                },
                done -> {},
                why -> LOG.log(Level.WARNING, "webexcc {0}: {1}: {2}", new Object[] {
                    stream.agent().key(), otherwise, why.getMessage()
                }));
    }
}
