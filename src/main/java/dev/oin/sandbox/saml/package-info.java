/** The SAML 2.0 identity provider. */
@NamedInterface("saml")
@NullMarked
package dev.oin.sandbox.saml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
