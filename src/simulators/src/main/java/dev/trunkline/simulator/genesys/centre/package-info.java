/**
 * The organisation behind the API: its people, stations and codes, its conversations and the legs they are made of (sheet 1, 3, 4, 6). All of
 * it lives on one lane. It knows neither HTTP nor WebSocket: what happens is told through
 * {@link dev.trunkline.simulator.genesys.centre.Publisher}.
 */
package dev.trunkline.simulator.genesys.centre;
