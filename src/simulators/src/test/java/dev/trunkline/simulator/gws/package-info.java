/** Tests of the simulated Genesys Web Services, over real HTTP and CometD; section numbers are those of its protocol sheet. */
package dev.trunkline.simulator.gws;
