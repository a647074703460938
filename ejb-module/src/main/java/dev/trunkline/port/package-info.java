/**
 * What a contact-centre platform must offer to be one of ours, and what it tells back. A vendor implements {@link
 * dev.trunkline.port.VendorService} and {@link dev.trunkline.port.EventStream}; everything else is found through {@link
 * dev.trunkline.port.Vendors}. Knows no vendor, and nothing of how a request came in or how an event goes out.
 */
package dev.trunkline.port;
