/**
 * Callbacks that agents arranged: what was agreed with a customer, kept because a platform may not let anybody ask for it. To call
 * back is the dialer's work; nothing here ever dials. Knows neither transports nor platforms by name.
 */
package dev.trunkline.callback;
