/**
 * What the requests to every platform need and none should build again: whom is trusted, how long an answer may take, how many requests an
 * account may send. Knows no platform, no path and no body.
 */
package dev.trunkline.port.http;
