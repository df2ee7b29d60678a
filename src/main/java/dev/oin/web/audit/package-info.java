/** What was done to submissions: the team's page, and exports. */
@NullMarked
package dev.oin.web.audit;

import org.jspecify.annotations.NullMarked;
