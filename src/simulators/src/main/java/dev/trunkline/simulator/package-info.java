/** Simulated contact-centre platforms, for the demo and for tests. */
package dev.trunkline.simulator;
