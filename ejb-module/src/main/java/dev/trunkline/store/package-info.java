/**
 * The one database: where it is, its schema, and the way to ask it. Knows nothing of what is kept in it; each component has its
 * own store for its own tables.
 */
package dev.trunkline.store;
