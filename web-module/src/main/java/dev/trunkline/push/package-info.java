/**
 * The way out to those who listen: one {@link dev.trunkline.push.Subscription} for each WebSocket connection or event stream, which
 * reads what was missed from the log and then follows, never blocking who tells and never keeping more than a bounded queue for who
 * is slow. A WebSocket is also a way in: its frames go through the same reader and {@code Commands} as REST. Must not know a platform.
 */
package dev.trunkline.push;
