/** The REST part: paths, bodies, answers, and the faults that requests meet. */
package dev.trunkline.simulator.five9.rest;
