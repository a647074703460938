package dev.trunkline.simulator;

/** A call that a platform is to offer to an agent; the mode is a word of the contract, such as {@code preview}. */
public record Offer(String agent, String number, String mode) {}
