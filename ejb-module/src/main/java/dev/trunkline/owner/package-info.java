/**
 * Which process owns an agent's stream. Today there is one; tomorrow a data grid tells who is alive and this package who may write.
 * Knows nothing of what is written.
 */
package dev.trunkline.owner;
