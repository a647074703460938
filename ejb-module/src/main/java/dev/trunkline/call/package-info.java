/**
 * What is asked and what came of it: commands, stored before they are done; the lane on which they reach the platform; the ledger
 * that turns what the platform says of a call into changes. Never names a platform.
 */
package dev.trunkline.call;
