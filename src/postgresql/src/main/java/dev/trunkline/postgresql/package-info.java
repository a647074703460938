/**
 * A real PostgreSQL server for tests and measurements, from Maven's repository: nothing need be installed. Knows no module of ours and is
 * part of no product.
 */
package dev.trunkline.postgresql;
