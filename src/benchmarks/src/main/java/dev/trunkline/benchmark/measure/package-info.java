/** Clocks and gauges: how long things took, and what a process used meanwhile. Knows nothing of what is measured. */
package dev.trunkline.benchmark.measure;
