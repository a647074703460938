package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Settings;
import java.util.List;

/**
 * How the campaigns of this contact centre work (sheet 4.3, 4.4). What the sheet marks as unconfirmed, or is silent about, can be played
 * both ways.
 */
public record CampaignRules(
        boolean blended,
        boolean directPreview,
        CallState reservationState,
        ReservationEnd reservationEnd,
        CustomerCall customerCall,
        boolean listsReservations,
        boolean linksDialogs,
        CallbackBy callbackBy,
        CallbackWords callbackWords,
        boolean callbackInOneRequest,
        CallbackClock callbackClock,
        boolean listsReclassify,
        AgentState afterOfferTimeout,
        String dialerPrefix,
        String customerTimeZone) {

    /** When the reservation dialog of an accepted record goes. */
    public enum ReservationEnd {
        /** Before the call to the customer begins, as on CCX. */
        AT_ACCEPT,
        /** As soon as the agent has the dialog of the call to the customer. */
        AT_CUSTOMER_CALL,
        /** When that call is over for the agent. */
        WITH_CUSTOMER_CALL
    }

    /** From when on the agent sees the call that the dialer makes for him. */
    public enum CustomerCall {
        FROM_DIALLING,
        AT_ANSWER
    }

    /** Whether the dialer or the agent's own phone makes callbacks. */
    public enum CallbackBy {
        PREVIEW,
        DIRECT_PREVIEW
    }

    /** Whether the call types that are named after callbacks are used. */
    public enum CallbackWords {
        OWN,
        /** The reservation has its own, unless it is personal; the call to the customer is OUTBOUND as any other. */
        USUAL
    }

    /** By whose clock a callback time is read. */
    public enum CallbackClock {
        CUSTOMER,
        SERVER
    }

    private static final List<CallState> SHOWN = List.of(CallState.ALERTING, CallState.ACTIVE);
    private static final List<AgentState> AFTER = List.of(AgentState.READY, AgentState.NOT_READY);

    public CampaignRules {
        if (!CampaignRecord.isTimeZone(customerTimeZone)) {
            throw new IllegalArgumentException("finesse.customerTimeZone must be minutes from GMT, as +00330.");
        }
    }

    static CampaignRules from(Settings settings, boolean uccx, boolean newRelease) {
        return new CampaignRules(
                settings.flag("blended", false),
                settings.flag("directPreview", uccx || newRelease),
                settings.word("reservationState", CallState.ALERTING, SHOWN),
                settings.word("reservationEnd", uccx ? ReservationEnd.AT_ACCEPT : ReservationEnd.AT_CUSTOMER_CALL),
                settings.word("customerCall", CustomerCall.FROM_DIALLING),
                settings.flag("listsReservations", false),
                settings.flag("linksDialogs", true),
                settings.word("callbackBy", uccx ? CallbackBy.DIRECT_PREVIEW : CallbackBy.PREVIEW),
                settings.word("callbackWords", CallbackWords.OWN),
                settings.flag("callbackInOneRequest", false),
                settings.word("callbackClock", CallbackClock.CUSTOMER),
                settings.flag("listsReclassify", true),
                settings.word("afterOfferTimeout", AgentState.READY, AFTER),
                settings.text("dialerPrefix", ""),
                settings.text("customerTimeZone", "-00360"));
    }

    /** Whether the agent's own phone calls the customer. */
    boolean direct(CampaignMode mode) {
        return mode == CampaignMode.DIRECT_PREVIEW
                || mode == CampaignMode.CALLBACK && callbackBy == CallbackBy.DIRECT_PREVIEW;
    }
}
