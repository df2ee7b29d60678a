/** The sandbox's sign-in page, home and sessions. */
@NamedInterface("login")
@NullMarked
package dev.oin.sandbox.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
