/** A warm browser with isolated contexts. */
@NamedInterface("browser")
@NullMarked
package dev.oin.checks.browser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
