/** Subscriptions and their notification WebSockets: who is connected, what goes out, what goes wrong on the way (sheet 5). */
package dev.trunkline.simulator.webexcc.stream;
