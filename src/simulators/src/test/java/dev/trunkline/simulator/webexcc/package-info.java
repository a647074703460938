/** Webex Contact Center as a client meets it: by HTTPS and WebSocket alone, from what the sheet says. Knows nothing of how the simulator is made. */
package dev.trunkline.simulator.webexcc;
