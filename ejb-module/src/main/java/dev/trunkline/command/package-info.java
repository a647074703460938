/**
 * The one way in: whatever the transport, a request becomes a stored command here, or is refused and leaves nothing behind. Knows
 * neither transports nor platforms by name.
 */
package dev.trunkline.command;
