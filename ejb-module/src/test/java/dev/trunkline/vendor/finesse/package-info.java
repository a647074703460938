/** The rooms of the Finesse adapter, each with its test: recorded messages for the pure ones, the simulator for the others. */
package dev.trunkline.vendor.finesse;
