/** Agents, their calls and what they do with them, as the platform has it. Knows neither HTTP nor WebSocket. */
package dev.trunkline.simulator.five9.centre;
