/** What Genesys Web Services says, as it spells it; states stay texts, and what it leaves out is an empty text. No behaviour. */
package dev.trunkline.vendor.gws.wire;
