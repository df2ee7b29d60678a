/** The mails: what they look like, which did not arrive, and who wants which. */
@NullMarked
package dev.oin.web.mails;

import org.jspecify.annotations.NullMarked;
