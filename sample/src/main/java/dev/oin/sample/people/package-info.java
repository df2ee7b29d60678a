/** The application's own people and groups, and who of them may sign in. */
@NullMarked
package dev.oin.sample.people;

import org.jspecify.annotations.NullMarked;
