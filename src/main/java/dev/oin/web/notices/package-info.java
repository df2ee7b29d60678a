/** The bell: what changed for the reader. */
@NullMarked
package dev.oin.web.notices;

import org.jspecify.annotations.NullMarked;
