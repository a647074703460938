package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.StreamLane;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a stream does besides, for what it hears and reads: about the contact centre's failures, and the Ready that they or a dial took. */
final class FinesseErrands implements FinesseHearing.Follow {
    private static final Logger LOG = Logger.getLogger(FinesseErrands.class.getName());

    private final FinesseEventStream stream;
    private final StreamLane lane;
    private final FinesseClient client;
    private final FinesseSeat seat;
    private final FinesseOutage outage;

    FinesseErrands(
            FinesseEventStream stream, StreamLane lane, FinesseClient client, FinesseSeat seat, FinesseOutage outage) {
        this.stream = stream;
        this.lane = lane;
        this.client = client;
        this.seat = seat;
        this.outage = outage;
    }

    @Override
    public void reread() {
        stream.reread();
    }

    @Override
    public void service(boolean in) {
        if (in) {
            outage.inService();
            reread();
        } else {
            outage.outOfService(seat.user());
        }
    }

    @Override
    public void giveReadyBack() {
        lane.aside(() -> new FinesseDialling(client, stream.agent(), seat).giveReadyBack());
    }

    void restoreReady(FinesseReading now) {
        boolean due = !outage.isOutOfService() && outage.tookReady(now.user());
        if (due && client.settings().restoreReady()) {
            lane.aside(() -> new FinesseDialling(client, stream.agent(), seat).setReady(""));
        }
    }

    /** The XMPP connection stands, but behind this node there is no contact centre: is there one behind the other? (sheet 5.6) */
    void lookElsewhere(Optional<URI> node) {
        lane.work(
                () -> FinesseNode.inService(client, stream.agent(), node),
                found -> {
                    if (node.equals(Optional.of(found.url()))) {
                        outage.inService();
                        reread();
                    } else {
                        stream.failed(
                                new VendorException(Code.LINK_DOWN, "this node is out of service, the other is not"));
                    }
                },
                why -> LOG.log(
                        Level.FINE, why, () -> "finesse " + stream.agent().key() + ": no node is in service"));
    }
}
