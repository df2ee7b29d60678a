package dev.oin.web.security;

import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.account.SessionPrincipal;
import dev.oin.account.StaffRole;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets staff with certain roles pass; roles are read anew at each request. */
class StaffOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final Callers callers;
    private final Predicate<Caller> rule;

    private StaffOnly(Callers callers, Predicate<Caller> rule) {
        this.callers = callers;
        this.rule = rule;
    }

    /** Staff with one of the roles. */
    static StaffOnly with(Callers callers, StaffRole... roles) {
        return new StaffOnly(callers, caller -> {
            for (var role : roles) {
                if (caller.staffRoles().contains(role)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                caller(authentication.get()).filter(rule).isPresent());
    }

    private Optional<Caller> caller(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SessionPrincipal session
                ? callers.find(session.account())
                : Optional.empty();
    }
}
