/**
 * What the connection of every platform needs and none should build again: where its work is done, in which state it is, what its clock
 * is asked for, which connection counts and whether it lives, when the platform is read again, what is kept back meanwhile, whose wish came true in
 * what it tells. Knows no platform; of protocols only that some platforms say texts on a WebSocket.
 */
package dev.trunkline.port.stream;
