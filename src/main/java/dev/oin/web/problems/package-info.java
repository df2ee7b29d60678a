/** Problem details and error pages, made in one place. */
@NullMarked
package dev.oin.web.problems;

import org.jspecify.annotations.NullMarked;
