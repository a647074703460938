/**
 * Who is calling: bearer tokens, the embedded identity of demo and tests, one-time tickets, roles (contract 14). Begin with {@link
 * dev.trunkline.identity.Identity}. Knows nothing of platforms (their sign-in is another matter) and nothing of HTTP.
 */
package dev.trunkline.identity;
