package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.vendor.five9.wire.Campaign;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a stream does besides: for verbs, whose threads call it, and for what it hears. */
final class Five9Errands implements Five9Seat.Follow, Five9Hearing.Follow {
    private static final Logger LOG = Logger.getLogger(Five9Errands.class.getName());

    /** So late an event may come (sheet 9.3). */
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final Five9EventStream stream;
    private final StreamLane lane;
    private final Five9Client client;
    private final Five9Seat seat;
    /** Campaigns that were asked for; used on the lane only. */
    private final Set<String> asked = new HashSet<>();

    Five9Errands(Five9EventStream stream, StreamLane lane, Five9Client client, Five9Seat seat) {
        this.stream = stream;
        this.lane = lane;
        this.client = client;
        this.seat = seat;
    }

    @Override
    public void reread() {
        stream.reread();
    }

    /** Three looks (sheet 3.2). */
    @Override
    public void dialled() {
        Duration first = client.settings().dialLook();
        for (int times = 1; times <= 4; times *= 2) {
            stream.timers().once(first.multipliedBy(times), () -> lane.run(this::look));
        }
    }

    private void look() {
        if (seat.pending().open()) {
            stream.rereads().askNow();
        }
    }

    /** That it fails must not fail the call (sheet 3.4). */
    @Override
    public void attach(String call, Map<String, String> variables) {
        lane.work(
                () -> {
                    client.operate(stream.agent(), call, "variables_2", Five9Body.of(variables));
                    seat.note(call, notes -> notes.accepting(seat.names().named(variables)));
                    return call;
                },
                stream.hearing()::retell,
                why -> LOG.log(
                        Level.WARNING,
                        "five9 {0}: the dial''s data could not be set on call {1}: {2}",
                        new Object[] {stream.agent().key(), call, why.code()}));
    }

    @Override
    public void retell(String call) {
        lane.run(() -> stream.hearing().retell(call));
    }

    @Override
    public void failedLate(String command, VendorException failure) {
        lane.run(() -> stream.events().failed(command, failure));
    }

    @Override
    public void begun() {
        lane.run(stream.rereads()::askNow);
    }

    @Override
    public void leaving() {
        stream.leaving();
    }

    @Override
    public void left(String command) {
        lane.run(() -> stream.hearing().left(command));
    }

    @Override
    public void stays() {
        lane.run(stream::stays);
    }

    // ---- for what is heard, on the lane

    @Override
    public void doubts() {
        stream.timers().once(DELAY, () -> lane.run(stream.rereads()::ask));
    }

    @Override
    public void deaf() {
        LOG.warning(() -> "five9 " + stream.agent().key() + ": calls changed and the event stream did not say so");
        stream.failed(new VendorException(Code.LINK_DOWN, "the event stream tells nothing"));
    }

    @Override
    public void window(String call) {
        stream.timers()
                .once(
                        client.settings().endWindow(),
                        () -> lane.run(() -> stream.hearing().windowOver(call)));
    }

    @Override
    public void learn(String campaign) {
        if (asked.add(campaign)) {
            lane.work(
                    () -> client.campaign(stream.agent(), campaign),
                    found -> {
                        seat.names().campaign(new Campaign(campaign, found.name()));
                        stream.hearing().learnt(campaign);
                    },
                    why -> LOG.log(Level.FINE, why, () -> "five9: campaign " + campaign + " has no name"));
        }
    }

    @Override
    public void forgetCampaigns() {
        asked.clear();
    }

    @Override
    public void learnVariables() {
        lane.work(
                () -> client.variables(stream.agent()),
                seat.names()::variables,
                why -> LOG.log(Level.INFO, "five9 {0}: call variables could not be read: {1}", new Object[] {
                    stream.agent().key(), why.code()
                }));
    }
}
