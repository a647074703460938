/**
 * Many agents at once, from outside: who they are, their tokens, a light client for each, and the hand on the simulators' controls. What
 * the soak and the benchmark share; it counts and waits for nothing by itself and judges nothing.
 */
package dev.trunkline.system.load;
