/** Pages, sessions and the setup call. */
@NullMarked
package dev.oin.sample.web;

import org.jspecify.annotations.NullMarked;
