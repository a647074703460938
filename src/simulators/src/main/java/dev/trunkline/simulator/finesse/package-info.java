/**
 * The simulated Cisco Finesse: REST, XMPP and the contact centre behind them, by the protocol sheet of Finesse (sections 2 to 6 and 9).
 * This package puts its rooms together: {@code centre} (agents and calls), {@code wire} (the XML), {@code rest} and {@code xmpp}, once for
 * each node. Campaigns offer a record when the control plane says so; what is
 * scheduled is kept in the books and never dialled by itself. Not simulated: calls from queues; skipping a record (Finesse has no such
 * action); the separate list of reservations, of which no path is known; a second line of a phone (who has a call is busy, who does not answer rings on); where a call
 * goes that is transferred outside (it ends here, TRANSFERRED in the books); recording; mobile agents; users of both kinds in HYBRID (all
 * may use both); the identity provider's pages; failover of the CTI connection itself; XMPP over WebSocket and BOSH, HTTP/2, media other
 * than voice.
 */
package dev.trunkline.simulator.finesse;
