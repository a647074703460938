/**
 * Simulated contact-centre platforms, for the demo and for tests: each speaks its platform's own protocol on real sockets and is as strict as
 * the platform. This package holds what they share (main program, control plane, faults, far ends, the certificate) and finds platforms
 * through {@link java.util.ServiceLoader}; it knows the inside of none, and no module of ours: shared wire types would share our mistakes.
 */
package dev.trunkline.simulator;
