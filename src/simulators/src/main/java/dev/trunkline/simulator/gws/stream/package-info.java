/** The event stream: a real CometD server behind the same cookies as REST, and what goes wrong on the way to it. */
package dev.trunkline.simulator.gws.stream;
