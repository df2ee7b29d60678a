/** The ISV's pages. */
@NullMarked
package dev.oin.web.portal;

import org.jspecify.annotations.NullMarked;
