package dev.trunkline.vendor.five9;

import static java.util.function.Predicate.not;

import dev.trunkline.model.CallbackTime;
import dev.trunkline.model.Code;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.wire.Callback;
import java.util.Optional;

/** Callbacks of the agent's own, arranged on a call (sheet 4.2). */
record Five9Scheduling(Five9Talk talk) {
    void schedule() {
        Five9Call call = talk.call();
        String number = Five9Dialling.number(
                talk.client().settings(), text("callbackNumber").orElse(call.to()));
        if (number.isEmpty()) {
            throw new VendorException(Code.INVALID_DATA, "callbackNumber: the customer's number is not known");
        }
        long due = CallbackTime.of("callbackTime", text("callbackTime").orElse(""), text("timeZone"))
                .at()
                .toEpochMilli();
        String body = Five9Body.callback(
                number, call.told().campaignId(), due, text("comment").orElse(""));
        String standing = call.notes().callback();
        if (standing.isEmpty()) {
            stands(arranged(body, number, due));
        } else {
            talk.client().reschedule(talk.agent(), standing, body);
            stands(standing);
        }
    }

    /** In which form the answer is, no source says: then it is among those that stand. */
    private String arranged(String body, String number, long due) {
        return talk.client().schedule(talk.agent(), body).orElseGet(() -> talk.client().callbacks(talk.agent()).stream()
                .filter(one -> one.dueDate() == due && PhoneNumbers.sameLine(number, one.number()))
                .map(Callback::id)
                .findFirst()
                .orElseThrow(() -> new VendorException(Code.PLATFORM_REJECTED, "Five9 did not name the callback")));
    }

    void cancel() {
        String callback = talk.seat().notes(talk.order().callId()).callback();
        if (callback.isEmpty()) {
            throw new VendorException(Code.INVALID_STATE, "no callback of this call is known");
        }
        talk.client().cancelCallback(talk.agent(), callback);
        stands("");
    }

    private void stands(String callback) {
        talk.seat().note(talk.order().callId(), notes -> notes.calledBack(callback));
        talk.said();
    }

    private Optional<String> text(String name) {
        return talk.order().text(name).filter(not(String::isBlank));
    }
}
