package dev.trunkline.vendor.webexcc;

import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.Optional;

/** Events that say that something which was taken has not been done: of what, they do not always say (sheet 4). Used on the lane only. */
final class WebexccFailures {
    private final PlatformEvents events;
    private final WebexccSeat seat;
    private final WebexccContacts contacts;
    private final WebexccHearing.Follow follow;

    WebexccFailures(PlatformEvents events, WebexccSeat seat, WebexccContacts contacts, WebexccHearing.Follow follow) {
        this.events = events;
        this.seat = seat;
        this.contacts = contacts;
        this.follow = follow;
    }

    /** Who has one already need not get one; that it is his own, a reading shows (sheet 10). */
    void login(Frame frame) {
        if (WebexccErrorMapper.sessionExists(frame)) {
            follow.reread();
        } else {
            command(frame);
        }
    }

    /** An event says that something which was taken has not been done. */
    void command(Frame frame) {
        WebexccAsked.failureOf(frame.type())
                .flatMap(kind -> seat.asked().take(kind, frame.interactionId()))
                .map(WebexccAsked.One::command)
                .filter(command -> !command.isEmpty())
                .ifPresent(command -> commandFailed(command, WebexccErrorMapper.told(frame)));
        if (WebexccErrorMapper.noSession(frame)) {
            follow.sessionGone();
        }
    }

    private void commandFailed(String command, VendorException why) {
        seat.wishes().forget(command);
        seat.choices().forget(command);
        events.failed(command, why);
    }

    /** Refused after it was taken, and nothing was told of its contact yet: then there is none (contract 3.1 rule 8). */
    boolean dial(Frame frame) {
        String id = frame.interactionId();
        boolean known = contacts.find(id).isPresent() || contacts.waits(id);
        boolean refused = WebexccErrorMapper.withoutContact(frame);
        Optional<WebexccDials.Dialled> dial = seat.dials()
                .unheard()
                .filter(one ->
                        id.isEmpty() || one.call().isEmpty() || one.call().equals(id));
        boolean nameless =
                id.isEmpty() && dial.filter(one -> one.call().isEmpty()).isPresent();
        if (known || dial.isEmpty() || !(refused || nameless)) {
            return false;
        }
        String command = dial.get().command();
        seat.dials().over(command);
        events.failed(command, WebexccErrorMapper.told(frame));
        if (WebexccErrorMapper.noSession(frame)) {
            follow.sessionGone();
        } else {
            follow.reread(); // what keeps the channel busy may be an outcome that nobody knows to be due
        }
        return true;
    }

    /** Of which call it is: failures do not always say so (sheet 4). */
    Optional<Frame> ofCall(Frame frame, WebexccKind kind) {
        if (!frame.interactionId().isEmpty()) {
            return Optional.of(frame);
        }
        boolean ofDial = kind == WebexccKind.OUTDIAL_FAILED || kind == WebexccKind.PHONE_FAILED;
        Optional<String> id = contacts.dialled()
                .map(WebexccCall::id)
                .or(() -> seat.dials().unheard().map(WebexccDials.Dialled::call).filter(call -> !call.isEmpty()));
        return id.filter(call -> ofDial).map(call -> WebexccJson.ofCall(frame, call));
    }
}
