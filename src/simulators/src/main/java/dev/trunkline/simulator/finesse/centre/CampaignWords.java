package dev.trunkline.simulator.finesse.centre;

/** The words of {@code callType} and {@code BAStatus} for a record, before and after the agent takes it (sheet 4.4). Pure. */
record CampaignWords(String reservationType, String reservationStatus, String customerType, String customerStatus) {

    static CampaignWords of(CampaignMode mode, boolean personal, Rules rules) {
        boolean own = rules.campaign().callbackWords() == CampaignRules.CallbackWords.OWN;
        String status = status(mode, rules);
        return new CampaignWords(
                reservationType(mode, personal && own, rules.campaign()),
                status + "_RESERVATION",
                own ? customerType(mode, personal) : CallType.OUTBOUND,
                status);
    }

    /** On CCX the set is smaller and nothing is blended. */
    private static String status(CampaignMode mode, Rules rules) {
        if (mode.callsFirst()) {
            return rules.uccx() ? "OUTBOUND" : blended(mode + "_OUTBOUND", rules);
        }
        return blended(rules.campaign().direct(mode) ? "DIRECT_PREVIEW_OUTBOUND" : "PREVIEW_OUTBOUND", rules);
    }

    private static String blended(String status, Rules rules) {
        return rules.campaign().blended() && !rules.uccx() ? "BLENDED_" + status : status;
    }

    private static String reservationType(CampaignMode mode, boolean personal, CampaignRules rules) {
        if (personal) {
            return CallType.OUTBOUND_PERSONAL_CALLBACK_PREVIEW;
        }
        if (rules.direct(mode)) {
            return CallType.OUTBOUND_DIRECT_PREVIEW;
        }
        return mode == CampaignMode.CALLBACK ? CallType.OUTBOUND_CALLBACK_PREVIEW : CallType.OUTBOUND_PREVIEW;
    }

    private static String customerType(CampaignMode mode, boolean personal) {
        if (mode != CampaignMode.CALLBACK) {
            return CallType.OUTBOUND;
        }
        return personal ? CallType.OUTBOUND_PERSONAL_CALLBACK : CallType.OUTBOUND_CALLBACK;
    }
}
