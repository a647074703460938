/** Tests of what all simulated platforms share. */
package dev.trunkline.simulator;
