/** The authorization server that protects SCIM where the setup asks for OAuth 2.0, by Spring Authorization Server. */
@NullMarked
package dev.oin.sample.oauth;

import org.jspecify.annotations.NullMarked;
