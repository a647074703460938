/** Finesse's messages as Finesse spells them: states, types and causes stay text. Knows nothing of how they travel or what they mean. */
package dev.trunkline.vendor.finesse.wire;
