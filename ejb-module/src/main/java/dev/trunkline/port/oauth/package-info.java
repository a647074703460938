/**
 * An agent's access to a platform that takes OAuth 2.0 tokens (RFC 6749): which token is good now, when it is renewed, which credential takes
 * the place of the one that was used up. How a platform wants to be asked, and what its refusals mean, the platform says
 * ({@link dev.trunkline.port.oauth.TokenEndpoint}).
 */
package dev.trunkline.port.oauth;
