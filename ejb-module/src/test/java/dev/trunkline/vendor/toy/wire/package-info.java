/** The toy's messages as it spells them. */
package dev.trunkline.vendor.toy.wire;
