/** Every request but the WebSocket, from the gate to the deed, with what goes wrong in between (sheet 2 to 5, 9). */
package dev.trunkline.simulator.webexcc.rest;
