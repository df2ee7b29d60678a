package dev.oin.web.frame;

import dev.oin.account.Caller;
import dev.oin.account.StaffRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pages a reader is led to, by role. */
final class Navigation {

    private static final NavigationLink INTEGRATIONS = new NavigationLink("Integrations", "/", "g i");
    private static final NavigationLink SANDBOX = new NavigationLink("Sandbox", "/sandbox", null);
    private static final NavigationLink ORGANIZATION = new NavigationLink("Organization", "/organization", null);
    private static final NavigationLink CHECKS = new NavigationLink("Checks", "/checks", null);
    private static final NavigationLink CATALOG = new NavigationLink("Catalog", "/catalog", null);
    private static final NavigationLink QUEUE = new NavigationLink("Queue", "/review", "g q");
    private static final NavigationLink TASKLIST = new NavigationLink("Tasklist", "/camunda/app/tasklist/", null);
    private static final NavigationLink COCKPIT = new NavigationLink("Cockpit", "/camunda/app/cockpit/", null);
    private static final NavigationLink INSIGHT = new NavigationLink("Insight", "/insight", null);
    private static final NavigationLink ADMIN = new NavigationLink("Admin", "/admin", null);

    private Navigation() {}

    static List<NavigationLink> of(@Nullable Caller caller) {
        if (caller == null) {
            return List.of(CATALOG, CHECKS);
        }
        if (!caller.isStaff()) {
            return List.of(INTEGRATIONS, SANDBOX, ORGANIZATION, CHECKS, CATALOG);
        }
        var links = new ArrayList<NavigationLink>();
        if (caller.isAnalyst()) {
            links.addAll(List.of(QUEUE, TASKLIST));
        }
        if (seesInsight(caller)) {
            links.add(INSIGHT);
        }
        if (caller.staffRoles().contains(StaffRole.ADMIN)) {
            links.addAll(List.of(ADMIN, COCKPIT));
        }
        if (caller.isAnalyst()) {
            links.add(CHECKS);
        }
        links.add(CATALOG);
        return List.copyOf(links);
    }

    static String landingOf(@Nullable Caller caller) {
        if (caller == null || !caller.isStaff()) {
            return "/";
        }
        if (caller.isAnalyst()) {
            return "/review";
        }
        return caller.staffRoles().contains(StaffRole.ADMIN)
                        && !caller.staffRoles().contains(StaffRole.MANAGER)
                ? "/admin"
                : "/insight";
    }

    static Frame.Search searchOf(@Nullable Caller caller) {
        if (caller == null || (caller.isStaff() && !caller.isAnalyst())) {
            return new Frame.Search("/catalog", "query", "the catalog");
        }
        return caller.isStaff()
                ? new Frame.Search("/review", "q", "the queue")
                : new Frame.Search("/", "q", "integrations");
    }

    private static boolean seesInsight(Caller caller) {
        var roles = caller.staffRoles();
        return roles.contains(StaffRole.LEAD)
                || roles.contains(StaffRole.MANAGER)
                || roles.contains(StaffRole.ADMIN)
                || roles.contains(StaffRole.AUDITOR);
    }
}
