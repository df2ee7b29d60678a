/** The public catalog. */
@NullMarked
package dev.oin.web.catalog;

import org.jspecify.annotations.NullMarked;
