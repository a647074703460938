package dev.trunkline.simulator.five9.centre;

/** What an agent asks for who wants a call made (sheet 3.1); ids are empty where there is none. @param callbackId null if it is none */
public record Dial(
        String number, String campaignId, boolean skipDncCheck, boolean checkMultipleContacts, String callbackId) {
    /** @param body of {@code make_external_call} */
    static Dial of(Body body) {
        return new Dial(
                body.needed("number"),
                body.text("campaignId"),
                body.flag("skipDNCCheck", false),
                body.flag("checkMultipleContacts", false),
                null);
    }
}
