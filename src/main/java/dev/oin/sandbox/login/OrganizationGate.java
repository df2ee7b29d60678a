package dev.oin.sandbox.login;

import dev.oin.account.Organization;
import dev.oin.account.Organizations;
import dev.oin.sandbox.People;
import dev.oin.sandbox.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests to organisations pass that exist, and looks at each request whether the person signed in belongs to the organisation and may still sign in.
 * Whoever does not is nobody here.
 */
public final class OrganizationGate extends OncePerRequestFilter {

    private final Organizations organizations;
    private final People people;

    /** Made for each chain of filters. */
    public OrganizationGate(Organizations organizations, People people) {
        this.organizations = organizations;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var organization = SandboxPaths.organization(request, organizations);
        if (organization.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!isAtHome(organization.get())) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isAtHome(Organization organization) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SandboxPrincipal principal
                && principal.organization().equals(organization.id())
                && people.find(principal.person(), organization.id())
                        .filter(Person::isActive)
                        .isPresent();
    }
}
