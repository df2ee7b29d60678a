package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.catalog.ChoosePublicationDate;
import dev.oin.insight.Forecasts;
import dev.oin.insight.TwoClocks;
import dev.oin.mail.Outbox;
import dev.oin.review.Promises;
import dev.oin.submission.Submission;
import dev.oin.web.frame.Crumb;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the frame of a submission's own page around one of its parts. */
@Component
class SubmissionTab {

    private static final int BOUNCES = 5;

    private final SubmissionViews views;
    private final ChoosePublicationDate dates;
    private final TwoClocks clocks;
    private final Promises promises;
    private final Forecasts forecasts;
    private final Outbox outbox;

    SubmissionTab(
            SubmissionViews views,
            ChoosePublicationDate dates,
            TwoClocks clocks,
            Promises promises,
            Forecasts forecasts,
            Outbox outbox) {
        this.views = views;
        this.dates = dates;
        this.clocks = clocks;
        this.promises = promises;
        this.forecasts = forecasts;
        this.outbox = outbox;
    }

    String show(Submission submission, String tab, String open, Caller caller, Model model) {
        model.addAttribute("page", views.view(submission, caller, tab, open));
        model.addAttribute("dates", DatesView.of(submission, clocks, promises, forecasts));
        model.addAttribute("publication", PublicationView.of(submission, caller, dates));
        model.addAttribute("bounces", outbox.bounces(submission.id().toString(), BOUNCES));
        model.addAttribute("tab", tab);
        model.addAttribute("crumbs", Crumb.trail("Integrations", "/", submission.displayName()));
        return "portal/submission";
    }
}
