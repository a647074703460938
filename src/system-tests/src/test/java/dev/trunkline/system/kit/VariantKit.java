package dev.trunkline.system.kit;

/** What another way to install a platform can touch: its calls, who answers them and what goes wrong. */
public interface VariantKit extends VerbCases, TwoCallCases, FarEndCases, FaultCases, DialCases {}
