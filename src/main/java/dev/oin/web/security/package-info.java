/** Sign-in, sessions, tokens, headers and access rules. */
@NullMarked
package dev.oin.web.security;

import org.jspecify.annotations.NullMarked;
