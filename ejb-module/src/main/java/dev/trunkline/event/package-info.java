/**
 * The event log, the truth of what happened: one change is one row, one number in its agent's stream and one id; stored, then
 * sent. Rendered once, in every form; read again by whoever was away. Must not know who listens or over which transport.
 */
package dev.trunkline.event;
