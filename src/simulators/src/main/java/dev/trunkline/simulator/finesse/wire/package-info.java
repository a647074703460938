/** The XML of Finesse: a strict reader of elements, a writer, and the documents that REST and notifications share (sheet 2.4, 5.2, 5.3). */
package dev.trunkline.simulator.finesse.wire;
