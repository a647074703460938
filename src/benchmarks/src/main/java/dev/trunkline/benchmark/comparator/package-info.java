/**
 * What Trunkline's way out is compared with: programs that take frames from a feed and push each to the WebSocket session it is for, and do
 * nothing else. They store nothing, number nothing and know no platform. Each is a process of its own and knows nothing of the benchmark.
 */
package dev.trunkline.benchmark.comparator;
