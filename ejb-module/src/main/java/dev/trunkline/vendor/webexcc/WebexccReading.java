package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.StreamLane;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.vendor.webexcc.WebexccReload.Part;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** The reading that is under way, from its request to the last event that answers it (sheet 5.5). Used on the lane only. */
final class WebexccReading {
    private static final Logger LOG = Logger.getLogger(WebexccReading.class.getName());

    private final WebexccClient client;
    private final StreamLane lane;
    private final Timers timers;
    private final Consumer<WebexccReload.Read> done;
    private final Consumer<VendorException> failed;
    private final WebexccReload reload = new WebexccReload();
    /** Which one it is: another's time that is over says nothing. */
    private int count;

    WebexccReading(
            WebexccClient client,
            StreamLane lane,
            Timers timers,
            Consumer<WebexccReload.Read> done,
            Consumer<VendorException> failed) {
        this.client = client;
        this.lane = lane;
        this.timers = timers;
        this.done = done;
        this.failed = failed;
    }

    void begin(AgentSession agent) {
        int mine = ++count;
        reload.begin();
        lane.work(
                () -> {
                    client.reload(agent);
                    return mine;
                },
                taken -> later(client.settings().silentAfter(), () -> unanswered(mine, agent)),
                why -> {
                    reload.stop();
                    failed.accept(why);
                });
    }

    void stop() {
        count++;
        reload.stop();
    }

    /** @return whether it belongs to it */
    boolean hear(Frame frame) {
        Part part = reload.take(frame);
        if (part == Part.LAST) {
            done.accept(reload.taken());
        } else if (part == Part.MORE && reload.answered()) {
            int mine = count;
            later(client.settings().contactsWithin(), () -> contactsMissing(mine));
        }
        return part != Part.NONE;
    }

    /** That the agent's own part does not come means that nothing comes (sheet 4). */
    private void unanswered(int reading, AgentSession agent) {
        if (reading == count && reload.open() && !reload.answered()) {
            LOG.warning(() -> "webexcc " + agent.key() + ": a reload was taken and the event stream did not answer it");
            reload.stop();
            failed.accept(new VendorException(Code.LINK_DOWN, "the event stream tells nothing"));
        }
    }

    private void contactsMissing(int reading) {
        if (reading == count && reload.open()) {
            done.accept(reload.taken());
        }
    }

    private void later(Duration time, Runnable task) {
        StreamLane.Way here = lane.ofThisTry();
        timers.once(time, () -> here.takes(task));
    }
}
