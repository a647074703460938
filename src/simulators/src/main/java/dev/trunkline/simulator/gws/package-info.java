/**
 * The simulated Genesys Web Services (product code GWS): the agents' API of an on-premises installation, REST with cookies and CSRF tokens,
 * its events by a real CometD server. {@code centre} is the switch and its agents, {@code login} who is signed in, {@code rest} and
 * {@code stream} the two ways in and out. Written from the platform's documentation alone: no type is shared with any adapter.
 */
package dev.trunkline.simulator.gws;
