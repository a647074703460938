/** The rooms of the Genesys Cloud adapter, each with its test: messages of the sheet for the pure ones, the simulator for the others. */
package dev.trunkline.vendor.genesys;
