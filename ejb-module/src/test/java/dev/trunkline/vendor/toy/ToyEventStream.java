package dev.trunkline.vendor.toy;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.StreamLink;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.vendor.toy.wire.News;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One agent's stream of events: begins with all there is, breaks, is had again. On the lane. */
final class ToyEventStream implements EventStream {
    private static final Logger LOG = Logger.getLogger(ToyEventStream.class.getName());
    private static final String DATA = "data: ";

    private final StreamLane lane;
    private final PlatformEvents events;
    private final ToyClient client;
    private final StreamLink link;
    private final Timers timers;
    private volatile AgentSession agent;
    private volatile Optional<ToyLines> lines = Optional.empty();
    private Backoff backoff;
    private long heardAt;

    ToyEventStream(
            AgentSession agent,
            Executor lane,
            PlatformEvents events,
            ToyClient client,
            ScheduledExecutorService timer,
            Workers.Shared workers) {
        this.agent = agent;
        this.lane = new StreamLane(agent, lane, workers, ToyErrorMapper::link);
        this.events = events;
        this.client = client;
        this.link = new StreamLink(agent, events);
        this.timers = new Timers(timer);
        this.backoff =
                Backoff.of(client.settings().backoffFirst(), client.settings().backoffLongest());
    }

    @Override
    public void open() {
        lane.run(this::connect);
    }

    @Override
    public StreamState state() {
        return link.state();
    }

    @Override
    public void reread() {
        lane.run(() -> {
            if (link.is(StreamState.UP)) {
                lane.work(
                        () -> {
                            client.askForAll(agent);
                            return agent;
                        },
                        asked -> {},
                        this::lost);
            }
        });
    }

    @Override
    public void renew(AgentSession renewed) {
        agent = renewed;
        lane.signedInAnew();
    }

    @Override
    public void close() {
        if (link.close()) {
            timers.close();
            lines.ifPresent(ToyLines::close);
        }
    }

    private void connect() {
        if (link.is(StreamState.CLOSED)) {
            return;
        }
        link.become(StreamState.CONNECTING, Optional.empty());
        lane.nextTry();
        heardAt = System.nanoTime();
        ToyLines mine = new ToyLines(lane.ofThisTry(), this::hear, this::lost);
        lines = Optional.of(mine);
        lane.signOn(
                () -> {
                    client.listen(agent, mine);
                    return mine;
                },
                standing -> watch(),
                this::lost);
    }

    /** The toy says something each second. */
    private void watch() {
        StreamLane.Way here = lane.ofThisTry();
        timers.again(
                client.settings().silentAfter().dividedBy(2),
                () -> here.takes(() -> {
                    if (System.nanoTime() - heardAt
                            > client.settings().silentAfter().toNanos()) {
                        lost(new IOException("it is silent"));
                    }
                }));
    }

    private void hear(String line) {
        heardAt = System.nanoTime();
        if (line.startsWith(DATA) && !link.is(StreamState.CLOSED)) {
            try {
                tell(Json.read(line.substring(DATA.length()), News.class));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "toy " + agent.key() + ": a message was not understood");
            }
        }
    }

    private void tell(News news) {
        if (news.isAll()) {
            if (link.is(StreamState.CONNECTING)) {
                link.become(StreamState.READING, Optional.empty());
            }
            events.current(
                    ToyEventMapper.toAgent(news.agent()),
                    news.calls().stream().map(ToyEventMapper::toSnapshot).toList());
            if (link.is(StreamState.READING)) {
                link.become(StreamState.UP, Optional.empty());
                backoff = backoff.afterSuccess();
            }
        } else if (news.isOfCall()) {
            events.call(ToyEventMapper.toSnapshot(news.call()));
        } else {
            events.agent(ToyEventMapper.toAgent(news.agent()));
        }
    }

    private void lost(Throwable failure) {
        if (link.is(StreamState.CLOSED)) {
            return;
        }
        VendorException why = ToyErrorMapper.link(failure);
        lane.nextTry();
        timers.stop();
        lines.ifPresent(ToyLines::close);
        if (why.code() == Code.AUTH_EXPIRED) {
            link.become(StreamState.REFUSED, Optional.of(why));
            return;
        }
        link.become(StreamState.WAITING, Optional.of(why));
        timers.once(backoff.delay(), () -> lane.run(this::connect));
        backoff = backoff.afterFailure();
    }
}
