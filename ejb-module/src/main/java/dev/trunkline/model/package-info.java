/**
 * The words that every client and every platform shares: records and enums. Depends on {@code java.*} and annotations only;
 * must not know how anything is transported, stored or asked of a platform.
 */
package dev.trunkline.model;
