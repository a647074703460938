/**
 * The program behind {@code ./mvnw -Pbenchmark}: what a dial and an event cost, beside what others cost that do less. It knows the product
 * only from outside, as a client and as an operator do, and prints what it saw, also where that is not what was aimed at.
 */
package dev.trunkline.benchmark;
