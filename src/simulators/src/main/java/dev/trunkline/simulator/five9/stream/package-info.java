/** The event WebSocket: who is connected where, what goes out, and what goes wrong on the way (sheet 5). */
package dev.trunkline.simulator.five9.stream;
