/** Tests of the simulated Genesys Cloud, over real HTTP and WebSockets; section numbers are those of its protocol sheet. */
package dev.trunkline.simulator.genesys;
