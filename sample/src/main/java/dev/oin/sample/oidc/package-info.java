/** The OpenID Connect client. */
@NullMarked
package dev.oin.sample.oidc;

import org.jspecify.annotations.NullMarked;
