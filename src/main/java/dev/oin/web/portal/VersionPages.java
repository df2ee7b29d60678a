package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.AccountId;
import dev.oin.submission.CompareContents;
import dev.oin.submission.Content;
import dev.oin.submission.Difference;
import dev.oin.submission.Revisions;
import dev.oin.submission.Submission;
import dev.oin.submission.Version;
import dev.oin.submission.Versions;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Crumb;
import dev.oin.web.portal.VersionViews.Compared;
import dev.oin.web.portal.VersionViews.SaveView;
import dev.oin.web.portal.VersionViews.VersionView;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An integration's versions and saves: who changed what, when; any two beside each other. */
@Controller
@RequestMapping("/submissions/{id}/versions")
class VersionPages {

    private static final int SAVES_SHOWN = 50;
    private static final int NOW = 0;

    private final Wizard wizard;
    private final SubmissionTab tabs;
    private final Versions versions;
    private final Revisions revisions;
    private final Authors authors;

    VersionPages(Wizard wizard, SubmissionTab tabs, Versions versions, Revisions revisions, Authors authors) {
        this.wizard = wizard;
        this.tabs = tabs;
        this.versions = versions;
        this.revisions = revisions;
        this.authors = authors;
    }

    @GetMapping
    String history(@PathVariable UUID id, Caller caller, Model model) {
        var submission = wizard.read(id, caller);
        var all = versions.of(submission.integration());
        var saves = revisions.latest(submission.id(), SAVES_SHOWN + 1);
        model.addAttribute(
                "versions",
                IntStream.range(0, all.size()).mapToObj(at -> version(all, at)).toList());
        model.addAttribute(
                "saves",
                IntStream.range(0, Math.min(saves.size(), SAVES_SHOWN))
                        .mapToObj(at -> save(saves, at))
                        .toList());
        model.addAttribute("restorable", Wizard.mayChange(submission, WizardPage.CONFIGURATION, caller));
        model.addAttribute("copyable", caller.isMemberOf(submission.organization()) && caller.mayEdit());
        model.addAttribute("revision", submission.revision());
        return tabs.show(submission, "versions", "", caller, model);
    }

    @GetMapping("/compare")
    String compare(
            @PathVariable UUID id,
            @RequestParam int from,
            @RequestParam(defaultValue = "0") int to,
            Caller caller,
            Model model) {
        var submission = wizard.read(id, caller);
        var differences = CompareContents.between(content(submission, from), content(submission, to));
        model.addAttribute("id", submission.id().toString());
        model.addAttribute("name", submission.displayName());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute(
                "numbers",
                versions.of(submission.integration()).stream()
                        .map(Version::number)
                        .toList());
        model.addAttribute("differences", differences);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("Integrations", "/"),
                        new Crumb(submission.displayName(), "/submissions/" + submission.id()),
                        new Crumb("Versions", "/submissions/%s/versions".formatted(submission.id())),
                        new Crumb("Compare", null)));
        return "portal/compare";
    }

    private Content content(Submission submission, int number) {
        return number == NOW
                ? submission.content()
                : versions.find(submission.integration(), number)
                        .map(Version::content)
                        .orElseThrow(Missing::new);
    }

    private VersionView version(List<Version> all, int at) {
        var version = all.get(at);
        var changes = at + 1 < all.size()
                ? CompareContents.between(all.get(at + 1).content(), version.content())
                : List.<Difference>of();
        return new VersionView(
                version.number(), version.cutAt(), authors.nameOf(version.cutBy()), at + 1 == all.size(), changes);
    }

    private SaveView save(List<Revisions.Revision> saves, int at) {
        var save = saves.get(at);
        var compared = at + 1 < saves.size()
                ? CompareContents.between(saves.get(at + 1).content(), save.content())
                : List.<Difference>of();
        return new SaveView(
                save.number(), save.at(), nameOf(save.by()), Compared.words(save.what(), compared), at == 0);
    }

    private String nameOf(AccountId account) {
        return authors.nameOf(account);
    }
}
