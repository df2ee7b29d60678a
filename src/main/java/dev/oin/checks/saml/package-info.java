/** SAML security checks. */
@NamedInterface("saml")
@NullMarked
package dev.oin.checks.saml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
