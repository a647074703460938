/** Tests of the adapter of Five9: by the messages of its sheet, against its simulator, and against servers that answer worse than that. */
package dev.trunkline.vendor.five9;
