/** A platform that is in no product, added as anybody may add one: what the kit has for it, and what it costs. */
package dev.trunkline.system.kit.toy;
