/** OAuth: codes, access tokens that end in the organisation, refresh tokens (sheet 2.1). */
package dev.trunkline.simulator.webexcc.login;
