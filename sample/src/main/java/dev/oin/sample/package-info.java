/** The sample application: where it starts and what it is told from outside. */
@NullMarked
package dev.oin.sample;

import org.jspecify.annotations.NullMarked;
