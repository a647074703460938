/**
 * The simulated Five9: a log-in host and two data centres, the agent's REST API and event WebSocket of each. {@code centre} is the contact
 * centre and its agents, {@code login} who is signed in, {@code rest} and {@code stream} the two ways in and out. Written from the platform's
 * documentation alone: no type is shared with any adapter.
 */
package dev.trunkline.simulator.five9;
