/**
 * Starts the product and the simulated platforms as processes of their own, as an operator would: for the demo, and for tests that
 * must be able to kill them. Knows the product only by its files and its addresses.
 */
package dev.trunkline.system;
