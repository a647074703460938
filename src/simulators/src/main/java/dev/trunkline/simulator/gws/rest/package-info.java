/** The REST part of the API: paths, bodies, answers, and the faults that requests meet. */
package dev.trunkline.simulator.gws.rest;
