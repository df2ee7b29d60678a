/** What an ISV hands in: the submission, its versions, pages 1 to 3, validation, secrets, timeline. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "mail", "account", "egress", "egress :: *", "storage"})
@NullMarked
package dev.oin.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
