/** What every page shows around its content: navigation by role, theme, times in the reader's zone. */
@NullMarked
package dev.oin.web.frame;

import org.jspecify.annotations.NullMarked;
