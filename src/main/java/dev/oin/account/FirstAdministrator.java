package dev.oin.account;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the first administrator a one-time link, by mail and in the log, until there is one. */
@Component
@Order(10)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Invitations invitations;
    private final BootstrapProperties properties;

    FirstAdministrator(Accounts accounts, Invitations invitations, BootstrapProperties properties) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var hasAdministrator = accounts.staff().stream()
                .anyMatch(account -> !account.disabled() && account.staffRoles().contains(StaffRole.ADMIN));
        Optional.ofNullable(properties.adminEmail())
                .filter(email -> !email.isBlank() && !hasAdministrator)
                .ifPresent(email -> LOG.warn(
                        "There is no administrator yet. Open this link once to become the first: {}",
                        invitations.inviteFirstAdministrator(email)));
    }
}
