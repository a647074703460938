package dev.trunkline.vendor.toy.wire;

/**
 * A call.
 *
 * @param state dialling, ringing, talking or over
 * @param cause why it is over, else empty
 * @param mark of the request that dialled it
 * @param at when it became so
 */
public record Call(String id, String state, String from, String number, String cause, String mark, String at) {
    /** The same after its end, of which nothing was heard. */
    public Call gone() {
        return new Call(id, "over", from, number, "", mark, at);
    }
}
