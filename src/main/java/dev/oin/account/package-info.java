/** Who may do what: organizations, members and roles, verified domains, invitations, API tokens, staff. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "mail"})
@NullMarked
package dev.oin.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
