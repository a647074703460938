/** HTTP as every simulated platform meets it: a request that came in, the answer that goes back, late or not at all. Knows no platform. */
package dev.trunkline.simulator.web;
