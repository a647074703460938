/** What Genesys Cloud says, as it spells it; states stay texts, and what it leaves out is an empty text. No behaviour. */
package dev.trunkline.vendor.genesys.wire;
