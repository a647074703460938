/**
 * What the connection of every platform needs and none should build again: where its work is done, in which state it is, what its clock
 * is asked for, what is kept back while the platform is read, whose wish came true in what it tells. Knows no platform and no protocol.
 */
package dev.trunkline.port.stream;
