package dev.trunkline.vendor.genesys;

import static java.util.function.Predicate.not;

import dev.trunkline.model.CallbackTime;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.wire.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Callbacks on a call (sheet 4.1): a conversation of its own, which the platform makes at its time. Another Schedule on the same call
 * cancels the one before, since only agents' own callbacks can be moved.
 */
record GenesysScheduling(GenesysTalk talk) {
    private static final Duration FURTHEST = Duration.ofDays(30);
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    void schedule() {
        Order order = talk.order();
        GenesysCall call = talk.call();
        Leg far = talk.far();
        String before = standing();
        String body = GenesysBody.callback(
                text("queueId").or(() -> own(call)).orElse(far.queueId()),
                text("callbackNumber").orElse(call.numbers().to()),
                FORM.format(moment()),
                text("customerName").orElse(""));
        stands(placed(far, before, body));
    }

    /** There is one for a call: the one before makes room, but not before the platform has looked at the new one. */
    private String placed(Leg far, String before, String body) {
        try {
            return asked(far, body);
        } catch (VendorException refused) {
            boolean taken = GenesysErrorMapper.says(refused, "callback.error.scheduled.callback.already.exists");
            if (!taken || before.isEmpty()) {
                throw refused;
            }
        }
        talk.client().cancelCallback(talk.agent(), before);
        talk.seat().dials().arranged(talk.order().callId(), "");
        return asked(far, body);
    }

    private String asked(Leg far, String body) {
        String callback = talk.client().schedule(talk.agent(), talk.order().callId(), far.id(), body);
        if (callback.isEmpty()) {
            throw new VendorException(Code.PLATFORM_REJECTED, "Genesys Cloud did not name the callback");
        }
        return callback;
    }

    void cancel() {
        String callback = standing();
        if (callback.isEmpty()) {
            throw new VendorException(Code.INVALID_STATE, "no callback of this call is known");
        }
        talk.client().cancelCallback(talk.agent(), callback);
        stands("");
    }

    private String standing() {
        return talk.seat().dials().of(talk.order().callId()).callback();
    }

    /** No event of the call says so: it is told by us, as the effect of the command. */
    private void stands(String callback) {
        Order order = talk.order();
        talk.seat().dials().arranged(order.callId(), callback);
        talk.seat()
                .wishes()
                .await(
                        order.commandId(),
                        call -> call.id().equals(order.callId())
                                && call.memory().callback().equals(callback));
        talk.seat().follow().retell(order.callId());
    }

    private static Optional<String> own(GenesysCall call) {
        return call.own().map(Leg::queueId).filter(not(String::isEmpty));
    }

    private Instant moment() {
        Instant at = CallbackTime.of("callbackTime", text("callbackTime").orElse(""), text("timeZone"))
                .at();
        if (at.isAfter(Instant.now().plus(FURTHEST))) {
            throw new VendorException(Code.INVALID_DATA, "callbackTime: Genesys Cloud takes 30 days at most");
        }
        return at;
    }

    private Optional<String> text(String name) {
        return talk.order().text(name).filter(not(String::isBlank));
    }
}
