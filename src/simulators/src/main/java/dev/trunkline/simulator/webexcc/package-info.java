/**
 * The simulated Webex Contact Center: one organisation of one data centre behind one port, with log-in, REST and the notification WebSocket.
 * {@code centre} is the contact centre and its agents, {@code login} who is who, {@code rest} and {@code stream} the two ways in and out.
 * Written from the platform's documentation alone: no type is shared with any adapter.
 */
package dev.trunkline.simulator.webexcc;
