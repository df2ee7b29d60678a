package dev.oin.sandbox.saml;

import dev.oin.sandbox.SigningKey;

/**
 * The identity provider as one instance sees it.
 *
 * @param entityId its name, of this instance only
 * @param ssoUrl where requests go, by redirect and by post
 */
record IdentityProvider(String entityId, String ssoUrl, SigningKey key) {}
