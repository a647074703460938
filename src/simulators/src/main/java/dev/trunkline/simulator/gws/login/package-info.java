/** Who is signed in: HTTP sessions, their cookies and their CSRF tokens. */
package dev.trunkline.simulator.gws.login;
