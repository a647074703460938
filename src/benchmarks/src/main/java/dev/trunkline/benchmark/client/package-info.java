/**
 * Thousands of WebSocket connections on one thread: the same client for everything that is compared, and so light that it is not what is
 * measured. Speaks RFC 6455 as far as our servers do; knows nothing of what the messages mean.
 */
package dev.trunkline.benchmark.client;
