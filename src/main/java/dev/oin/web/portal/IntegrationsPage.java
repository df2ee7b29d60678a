package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.account.Callers;
import dev.oin.account.MoreAdmins;
import dev.oin.account.SessionPrincipal;
import dev.oin.kernel.IntegrationId;
import dev.oin.kernel.OrganizationId;
import dev.oin.submission.Submission;
import dev.oin.submission.SubmissionList;
import dev.oin.submission.SubmissionState;
import dev.oin.web.frame.Landing;
import dev.oin.web.frame.Pages;
import dev.oin.web.portal.IntegrationsView.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page: what needs me? Visitors sign in here; staff are led to their own page. */
@Controller
class IntegrationsPage {

    private static final int MOST = 1000;
    private static final int PAGE = 50;

    private final Callers callers;
    private final SubmissionList submissions;
    private final IntegrationRows rows;
    private final MemberSignIn signIn;
    private final MoreAdmins moreAdmins;

    IntegrationsPage(
            Callers callers,
            SubmissionList submissions,
            IntegrationRows rows,
            MemberSignIn signIn,
            MoreAdmins moreAdmins) {
        this.moreAdmins = moreAdmins;
        this.callers = callers;
        this.submissions = submissions;
        this.rows = rows;
        this.signIn = signIn;
    }

    @GetMapping("/")
    String show(
            @AuthenticationPrincipal @Nullable Object principal,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var caller = principal instanceof SessionPrincipal session
                ? callers.find(session.account())
                : Optional.<Caller>empty();
        if (caller.isEmpty()) {
            model.addAttribute("failed", false);
            model.addAttribute("expired", false);
            return signIn.fill(model, null);
        }
        var organization = caller.get().organization();
        if (caller.get().isStaff() || organization == null) {
            return "redirect:" + Landing.of(caller.get());
        }
        model.addAttribute("tooFewAdmins", moreAdmins.tooFew(caller.get()).orElse(null));
        model.addAttribute("page", view(organization, caller.get(), which, q, Math.max(1, page)));
        return "portal/integrations";
    }

    private IntegrationsView view(OrganizationId organization, Caller caller, String which, String query, int number) {
        var all = caller.mayView() ? newestOfEach(organization) : List.<Submission>of();
        var shown = all.stream()
                .filter(filter(which))
                .filter(submission -> matches(submission, query))
                .toList();
        var pages = new Pages("/", number, PAGE, shown.size());
        var part = shown.stream().skip((number - 1L) * PAGE).limit(PAGE).toList();
        return new IntegrationsView(
                all.isEmpty(), caller.mayEdit(), filters(all, which), query, rows.of(part, caller), pages);
    }

    /** One row for each integration: the submission that was changed last. */
    private List<Submission> newestOfEach(OrganizationId organization) {
        Map<IntegrationId, Submission> newest = new LinkedHashMap<>();
        submissions
                .of(organization, 0, MOST)
                .forEach(submission -> newest.putIfAbsent(submission.integration(), submission));
        var sorted = new ArrayList<>(newest.values());
        sorted.sort((one, other) -> Boolean.compare(NextSteps.isWork(other), NextSteps.isWork(one)));
        return sorted;
    }

    private static List<Filter> filters(List<Submission> all, String which) {
        return List.of(
                filter("Needs you", "needs-you", all, which),
                filter("With the OIN team", "team", all, which),
                filter("Published", "published", all, which),
                filter("All", "", all, which));
    }

    private static Filter filter(String name, String key, List<Submission> all, String which) {
        var count = (int) all.stream().filter(filter(key)).count();
        return new Filter(name, count, key.isEmpty() ? "/" : "/?which=" + key, key.equals(which));
    }

    private static Predicate<Submission> filter(String which) {
        return switch (which) {
            case "needs-you" -> NextSteps::isWork;
            case "team" -> submission -> submission.state().isWithTeam();
            case "published" ->
                submission -> submission.state() == SubmissionState.PUBLISHED || IntegrationRows.isUpdate(submission);
            default -> submission -> true;
        };
    }

    private static boolean matches(Submission submission, String query) {
        return submission
                .displayName()
                .toLowerCase(Locale.ROOT)
                .contains(query.strip().toLowerCase(Locale.ROOT));
    }
}
