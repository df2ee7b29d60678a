/** What the application remembers between two starts: its connections, its weaknesses, the messages it has already used. */
@NullMarked
package dev.oin.sample.state;

import org.jspecify.annotations.NullMarked;
