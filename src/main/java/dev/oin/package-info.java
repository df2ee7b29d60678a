/** The pipeline: packages are its stages, in the order of docs/architecture. */
@NullMarked
package dev.oin;

import org.jspecify.annotations.NullMarked;
