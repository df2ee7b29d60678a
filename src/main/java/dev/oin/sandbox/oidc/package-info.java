/** The OpenID Provider. */
@NamedInterface("oidc")
@NullMarked
package dev.oin.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
