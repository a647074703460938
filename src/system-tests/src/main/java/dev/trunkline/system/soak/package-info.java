/**
 * Puts an installation under fire and keeps its own books of it: hundreds of agents who dial, lose their connections and come back, a
 * platform whose stream is cut, a gateway that is killed. What the books must say then is in {@code Checks}; how it is provoked is in
 * {@code Course}. Knows the product only by its files and its addresses.
 */
package dev.trunkline.system.soak;
