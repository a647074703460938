package dev.trunkline.simulator;

/**
 * A record that a platform is to offer to an agent.
 *
 * @param number the customer's; a record may have none
 * @param mode a word of the contract, such as {@code preview}
 * @param personal of a callback: only this agent is to make it
 * @param timeZone of the customer, as the platform writes it; without it the platform's usual one
 */
public record Offer(String agent, String number, String mode, Boolean personal, String timeZone) {
    public Offer {
        number = number == null ? "" : number.strip();
        mode = mode == null ? "" : mode;
        personal = Boolean.TRUE.equals(personal);
    }
}
