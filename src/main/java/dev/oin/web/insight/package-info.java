/** The managers' pages. */
@NullMarked
package dev.oin.web.insight;

import org.jspecify.annotations.NullMarked;
