/** Tests of the adapter of Webex Contact Center: by the messages of its sheet, and against its simulator. */
package dev.trunkline.vendor.webexcc;
