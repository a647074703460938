/**
 * Who is calling: bearer tokens, the embedded identity of demo and tests, one-time tickets, roles (contract 14). Knows nothing of
 * platforms; their sign-in is another matter.
 */
package dev.trunkline.identity;
