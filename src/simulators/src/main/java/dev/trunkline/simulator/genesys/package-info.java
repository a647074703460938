/**
 * The simulated Genesys Cloud: OAuth, Platform API and notification WebSocket on one port, by the protocol sheet of Genesys Cloud (sections 2
 * to 7 and 9). This package puts its rooms together: {@code centre} (people, conversations and their legs), {@code login} (OAuth),
 * {@code rest} (the Platform API) and {@code stream} (channels). What the sheet marks unconfirmed is a setting. Not simulated: ACD (a queue
 * takes a transferred call and keeps it), voicemail, recording beyond its flag, media other than voice, contact lists beyond the contact of a
 * preview, barge, coach and monitor, analytics, pages to log in on (who comes is signed in at once).
 */
package dev.trunkline.simulator.genesys;
