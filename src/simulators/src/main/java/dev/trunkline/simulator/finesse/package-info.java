/**
 * The simulated Cisco Finesse: REST, XMPP and the contact centre behind them, by the protocol sheet of Finesse (sections 2 to 6 and 9).
 * This package puts its rooms together: {@code centre} (agents and calls), {@code wire} (the XML), {@code rest} and {@code xmpp}. Not simulated yet: campaign calls (ACCEPT, REJECT,
 * CLOSE, callbacks, RECLASSIFY: an asynchronous Generic Error, on CCX 501), the second node, XMPP over WebSocket and BOSH, HTTP/2, ANSWER
 * of calls that come in, media other than voice.
 */
package dev.trunkline.simulator.finesse;
