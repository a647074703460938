/**
 * Reads what a client sent and says either what it means, as one canonical {@link dev.trunkline.model.Message}, or why it is
 * not taken (contract 1.3 to 1.6). All tolerance towards the spellings of the seeds lives here, so that no other part needs any.
 * Must not know how a message travelled, who sent it, which platforms are connected or what state an agent is in.
 */
package dev.trunkline.message;
