package dev.oin.web.portal;

import dev.oin.account.Caller;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Prefill;
import dev.oin.submission.SaveOutcome;
import dev.oin.submission.Submission;
import dev.oin.submission.WizardPage;
import dev.oin.web.frame.Crumb;
import dev.oin.web.frame.Flash;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fills page 2 from what the app says about itself: shows the differences first, takes what is chosen. */
@Controller
@RequestMapping("/submissions/{id}/prefill/{source}")
class PrefillPage {

    private final Wizard wizard;
    private final Prefill prefill;

    PrefillPage(Wizard wizard, Prefill prefill) {
        this.wizard = wizard;
        this.prefill = prefill;
    }

    /** What the page asks for. */
    record Asked(String title, @Nullable String paste, String address, String example, Protocol protocol) {}

    @GetMapping
    ModelAndView ask(@PathVariable UUID id, @PathVariable Prefill.Source source, Caller caller) {
        return page(editable(id, source, caller), source, null, null);
    }

    @PostMapping("/preview")
    ModelAndView preview(
            @PathVariable UUID id,
            @PathVariable Prefill.Source source,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String address,
            Caller caller) {
        var submission = editable(id, source, caller);
        if (document.isBlank() && address.isBlank()) {
            return page(submission, source, null, "Paste the document, or enter its address.");
        }
        var reading = document.isBlank()
                ? prefill.fetch(submission, source, address)
                : prefill.read(submission, source, document);
        return switch (reading) {
            case Prefill.Reading.Offered(var offers) -> page(submission, source, offers, null);
            case Prefill.Reading.Refused(var reason) -> page(submission, source, null, reason);
        };
    }

    @PostMapping
    String take(
            @PathVariable UUID id,
            @PathVariable Prefill.Source source,
            @RequestParam MultiValueMap<String, String> inputs,
            @RequestParam(defaultValue = "-1") long revision,
            Caller caller,
            RedirectAttributes next) {
        var submission = editable(id, source, caller);
        var chosen = inputs.getOrDefault("take", List.of()).stream()
                .filter(key -> inputs.containsKey("value:" + key))
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> String.valueOf(inputs.getFirst("value:" + key))));
        next.addFlashAttribute(Flash.NAME, said(submission, revision, chosen, caller));
        return "redirect:" + Wizard.path(submission, WizardPage.CONFIGURATION) + "#"
                + asked(source).protocol().name().toLowerCase(Locale.ROOT);
    }

    private Flash said(Submission submission, long revision, Map<String, String> chosen, Caller caller) {
        return switch (prefill.take(caller, submission, revision, chosen)) {
            case SaveOutcome.Saved(var saved, var problems, var changed) ->
                Flash.done(
                        changed
                                ? "Taken: %s.".formatted(chosen.size() == 1 ? "1 value" : chosen.size() + " values")
                                : "Nothing was chosen that differs.");
            case SaveOutcome.Malformed(var misfits) ->
                Flash.refused("Nothing was taken. " + misfits.getFirst().message());
            case SaveOutcome.Stale(var current, var who, var at, var changes) ->
                Flash.refused("Nothing was taken: %s saved in between. Try again.".formatted(who));
            case SaveOutcome.Locked(var reason) -> Flash.refused(reason);
            case SaveOutcome.NotFound() -> throw new Missing();
            case SaveOutcome.Forbidden(var reason) -> throw new NotAllowed();
        };
    }

    /** Calls other hosts, so only for those who could type the values in themselves. */
    private Submission editable(UUID id, Prefill.Source source, Caller caller) {
        var submission = wizard.read(id, caller);
        if (!submission.content().has(asked(source).protocol())) {
            throw new Missing();
        }
        if (!Wizard.mayChange(submission, WizardPage.CONFIGURATION, caller)) {
            throw new NotAllowed();
        }
        return submission;
    }

    private static ModelAndView page(
            Submission submission,
            Prefill.Source source,
            @Nullable List<Prefill.Offer> offers,
            @Nullable String refusal) {
        var page = new ModelAndView("portal/prefill")
                .addObject("id", submission.id().toString())
                .addObject("name", submission.displayName())
                .addObject("source", source.name())
                .addObject("asked", asked(source))
                .addObject("offers", offers)
                .addObject("refusal", refusal)
                .addObject("revision", submission.revision())
                .addObject(
                        "crumbs",
                        List.of(
                                new Crumb("Integrations", "/"),
                                new Crumb(submission.displayName(), "/submissions/" + submission.id()),
                                new Crumb("Configuration", Wizard.path(submission, WizardPage.CONFIGURATION)),
                                new Crumb("Prefill", null)));
        if (refusal != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    private static Asked asked(Prefill.Source source) {
        return switch (source) {
            case SAML_METADATA ->
                new Asked(
                        "Prefill from SAML metadata",
                        "Service provider metadata (XML)",
                        "Address of the metadata",
                        "https://app.example.com/saml/metadata",
                        Protocol.SAML);
            case OIDC_CLIENT ->
                new Asked(
                        "Prefill from client settings",
                        "Client settings (JSON, names as in RFC 7591)",
                        "Address of the settings",
                        "https://app.example.com/.well-known/client.json",
                        Protocol.OIDC);
            case SCIM_SERVER ->
                new Asked(
                        "Prefill from the SCIM server",
                        null,
                        "Base URL of the SCIM server",
                        "https://app.example.com/scim/v2",
                        Protocol.SCIM);
        };
    }
}
