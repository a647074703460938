/**
 * The switch and who works at it: agents with their devices, calls and the parties in them, and what happens to them by itself. Knows neither
 * HTTP nor CometD. All of it lives on one lane.
 */
package dev.trunkline.simulator.gws.centre;
