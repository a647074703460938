/** OAuth (sheet 2.1): clients, grants, access and refresh tokens and how they end. */
package dev.trunkline.simulator.genesys.login;
