/** The Platform API (sheet 2.2, 3, 4, 5.1, 7): who asks, how often, for what, and the answer in the platform's form. */
package dev.trunkline.simulator.genesys.rest;
