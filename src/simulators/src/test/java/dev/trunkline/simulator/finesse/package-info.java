/** Tests of the simulated Finesse from outside: a raw client on sockets, and Smack as a witness who knows nothing of this server. */
package dev.trunkline.simulator.finesse;
