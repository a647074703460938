package dev.trunkline.simulator.finesse.centre;

/**
 * What a call is to the record of a campaign: the reservation that offers it, which is not a phone call, or the call to the customer.
 *
 * @param associatedUri of the reservation, where this is the call to the customer and the two are linked
 * @param callbackNumber the customer's without the dialer's prefix; only direct preview on CCE shows it (sheet 4.4)
 */
record CampaignLeg(CampaignRecord record, boolean reservation, String associatedUri, String callbackNumber) {

    /** Whether the dialer listened to how the call was answered; an agent's own phone does not. */
    boolean listened() {
        return !reservation && !record.direct();
    }
}
