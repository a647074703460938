/** The notification service (sheet 5): channels, their topics, the one socket of each, and what can go wrong on it. */
package dev.trunkline.simulator.genesys.stream;
