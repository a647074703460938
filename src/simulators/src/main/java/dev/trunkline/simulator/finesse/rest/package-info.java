/** The REST half of Finesse over HTTPS (sheet 2.1, 3, 4): authentication, strict reading of requests, answers and ApiErrors. */
package dev.trunkline.simulator.finesse.rest;
