package dev.oin.sandbox.saml;

import dev.oin.sandbox.Person;
import java.time.Instant;

/**
 * Who signs in.
 *
 * @param authenticatedAt when the password was last entered
 * @param session names the session towards the app, without being usable as one
 */
record Subject(Person person, Instant authenticatedAt, String session) {}
