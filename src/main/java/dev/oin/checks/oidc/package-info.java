/** OIDC security checks. */
@NamedInterface("oidc")
@NullMarked
package dev.oin.checks.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
