/** Five9's messages as Five9 spells them (sheet 1.2, 2, 3.5, 5.3, 5.5); whatever may be missing reads as empty. */
package dev.trunkline.vendor.five9.wire;
