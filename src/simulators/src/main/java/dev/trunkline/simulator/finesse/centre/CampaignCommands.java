package dev.trunkline.simulator.finesse.centre;

import java.util.Set;

/** What agents can do with records of campaigns (sheet 4.3): first what is refused at once, then, after the 202, the deed. On the lane. */
final class CampaignCommands {
    private static final Set<String> OF_RESERVATION = Set.of("ACCEPT", "REJECT", "CLOSE");
    private static final Set<String> OF_CUSTOMER_CALL =
            Set.of("RECLASSIFY", "UPDATE_SCHEDULED_CALLBACK", "CANCEL_SCHEDULED_CALLBACK");

    private final Dialer dialer;
    private final CampaignBooks books;
    private final Publisher publisher;
    private final Rules rules;

    CampaignCommands(Room room, Dialer dialer, CampaignBooks books) {
        publisher = room.publisher();
        rules = room.rules();
        this.dialer = dialer;
        this.books = books;
    }

    /** Preview is of CCE, direct preview of CCX and of newer CCE; where it is not, its API answers 501. */
    boolean hasHere(Dialog dialog, String action) {
        if (OF_RESERVATION.contains(action)) {
            return dialog.call().leg().map(leg -> previewsHere(leg.record())).orElse(!rules.uccx());
        }
        boolean manual = action.equals(Action.RECLASSIFY.name()) && rules.reclassifyManual();
        return !OF_CUSTOMER_CALL.contains(action) || !rules.uccx() || dialog.ofCampaign() || manual;
    }

    private boolean previewsHere(CampaignRecord record) {
        return record.direct() ? rules.campaign().directPreview() : !rules.uccx();
    }

    /** Time and number are two requests (sheet 4.3); whether one may carry both is unconfirmed. */
    void checkCallback(DialogCommand command) {
        String time = command.callbackTime();
        String number = command.callbackNumber();
        if (time.isEmpty() && number.isEmpty()) {
            throw ApiErrorException.missing(DialogCommand.CALLBACK_TIME);
        }
        if (!time.isEmpty() && !number.isEmpty() && !rules.campaign().callbackInOneRequest()) {
            throw ApiErrorException.invalidInput("Time and number come in two requests", number);
        }
        if (!time.isEmpty() && !ScheduledCallback.isTime(time)) {
            throw ApiErrorException.invalidInput("callbackTime must be YYYY-MM-DDTHH:MM", time);
        }
    }

    void perform(Dialog dialog, DialogCommand command) {
        switch (command.action()) {
            case "ACCEPT" -> dialer.accept(dialog, command.requestId());
            case "REJECT" -> dialer.reject(dialog, command.requestId());
            case "CLOSE" -> dialer.close(dialog, command.requestId());
            case "UPDATE_SCHEDULED_CALLBACK" -> schedule(dialog, command);
            default -> cancel(dialog, command);
        }
    }

    private void schedule(Dialog dialog, DialogCommand command) {
        CampaignRecord record = dialog.call().record();
        record.callback()
                .orElseGet(() -> books.schedule(record, dialog.id()))
                .change(command.callbackTime(), command.callbackNumber());
        publisher.changed(dialog, command.requestId());
    }

    private void cancel(Dialog dialog, DialogCommand command) {
        dialog.call().leg().flatMap(leg -> leg.record().callback()).ifPresent(ScheduledCallback::cancel);
        publisher.changed(dialog, command.requestId());
    }
}
