/** The SAML 2.0 service provider. */
@NullMarked
package dev.oin.sample.saml;

import org.jspecify.annotations.NullMarked;
