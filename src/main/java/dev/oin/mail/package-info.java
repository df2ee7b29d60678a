/** Finished mails, kept in an outbox and delivered by SMTP; knows no stage. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.oin.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
