/** Tests of the request reader: the contract's tables as rows, its samples byte for byte, and what nobody thought of. */
package dev.trunkline.message;
