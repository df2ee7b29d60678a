package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the current request, and in whose sandbox; set by the {@link OrganizationGate}. */
public final class Visitor {

    private Visitor() {}

    /** The organisation whose sandbox it is. */
    public static Organization organization(HttpServletRequest request) {
        if (request.getAttribute(Organization.class.getName()) instanceof Organization organization) {
            return organization;
        }
        throw new IllegalStateException("The request did not pass the gate: " + request.getRequestURI());
    }

    /** The person signed in. */
    public static Optional<SandboxPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SandboxPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
