/** The Universal Logout endpoint. */
@NullMarked
package dev.oin.sample.logout;

import org.jspecify.annotations.NullMarked;
