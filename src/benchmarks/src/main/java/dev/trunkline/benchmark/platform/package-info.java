/**
 * The platforms of which figures are taken: what the benchmark has to know of each, and an agent's application that works with it directly, with
 * libraries of its own. It shares no code with Trunkline's adapters; what is measured is in the package above, once for all platforms.
 */
package dev.trunkline.benchmark.platform;
