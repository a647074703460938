/** The small strict XMPP server inside Finesse (sheet 5.1, 5.2, 5.5, 9.2) on TCP with STARTTLS and on direct TLS. It knows no calls. */
package dev.trunkline.simulator.finesse.xmpp;
