/**
 * The contact centre behind Finesse: agents, their states, phones and calls (sheet 2.4, 3, 4, 6.1). All of it lives on one lane. It knows
 * neither HTTP nor XMPP: what happens is told through {@link dev.trunkline.simulator.finesse.centre.Publisher}.
 */
package dev.trunkline.simulator.finesse.centre;
