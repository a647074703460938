/** Webex Contact Center's messages as it spells them (sheet 5): public records, states as text, no behaviour. */
package dev.trunkline.vendor.webexcc.wire;
