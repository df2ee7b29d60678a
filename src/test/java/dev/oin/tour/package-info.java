/** The whole product as its users start it, in processes of its own. */
@NullMarked
package dev.oin.tour;

import org.jspecify.annotations.NullMarked;
