/**
 * The contract kit: what the wire contract promises, as cases that know no platform. They speak messages in and frames out, read over
 * REST, and play the far end, the faults and the books of a simulated platform through the simulators' control plane.
 *
 * <p>A platform passes the kit by a {@link dev.trunkline.system.kit.Platform}, which says what of it the contract lets differ, and by a
 * class of a few lines for each way in which it can be installed:
 *
 * <pre>
 * class FinesseKitIT extends ContractKit implements WholeKit {
 *     FinesseKitIT() { super(new Finesse()); }
 * }
 * </pre>
 *
 * Both stand in a package of their own below this one; nothing else is edited. Groups of cases are interfaces, so that a variant takes
 * those that it is about. Each case begins with an idle platform and signed-in agents, and ends with calls that are over and streams
 * that keep every rule of the contract ({@link dev.trunkline.system.kit.StreamRules}). What came of them all becomes the table in
 * README.
 */
package dev.trunkline.system.kit;
