/** The review workspace. */
@NullMarked
package dev.oin.web.review;

import org.jspecify.annotations.NullMarked;
