/** Who is signed in, by which means, and where (sheet 2.1, 2.2). */
package dev.trunkline.simulator.five9.login;
