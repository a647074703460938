/**
 * The simulated Cisco Finesse: REST, XMPP and the contact centre behind them, by the protocol sheet of Finesse (sections 2 to 6 and 9).
 * This package puts its rooms together: {@code centre} (agents and calls), {@code wire} (the XML), {@code rest} and {@code xmpp}.
 */
package dev.trunkline.simulator.finesse;
