/** The administrators' pages. */
@NullMarked
package dev.oin.web.admin;

import org.jspecify.annotations.NullMarked;
