/**
 * The simulated Cisco Finesse: REST, XMPP and the contact centre behind them, by the protocol sheet of Finesse (sections 2 to 6 and 9).
 * This package puts its rooms together: {@code centre} (agents and calls), {@code wire} (the XML), {@code rest} and {@code xmpp}, once for
 * each node. Not simulated: campaign calls (ACCEPT, REJECT, CLOSE, callbacks: an asynchronous Generic Error, on CCX 501) and calls from
 * queues, and with them the CCX error 265; a second line of a phone (who has a call is busy, who does not answer rings on); where a call
 * goes that is transferred outside (it ends here, TRANSFERRED in the books); recording; mobile agents; users of both kinds in HYBRID (all
 * may use both); the identity provider's pages; failover of the CTI connection itself; XMPP over WebSocket and BOSH, HTTP/2, media other
 * than voice.
 */
package dev.trunkline.simulator.finesse;
