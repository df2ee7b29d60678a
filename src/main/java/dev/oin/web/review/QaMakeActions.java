package dev.oin.web.review;

import dev.oin.account.Caller;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.review.DeskAnswer;
import dev.oin.review.MakeForQa;
import dev.oin.review.MakeForQa.Made;
import dev.oin.sandbox.PersonDetails;
import dev.oin.vault.Vault;
import dev.oin.web.frame.Flash;
import dev.oin.web.frame.ShownOnce;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reviewer makes for the hands-on part of QA: a clean instance to set up by the guide, a fresh person to sign in. */
@Controller
@RequestMapping("/review/{id}/qa")
class QaMakeActions {

    private static final String VARIABLE = "var.";

    private final MakeForQa make;
    private final Vault vault;

    QaMakeActions(MakeForQa make, Vault vault) {
        this.make = make;
        this.vault = vault;
    }

    @PostMapping("/instances")
    String instance(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<Protocol> protocol,
            @RequestParam Map<String, String> all,
            RedirectAttributes flash) {
        var variables = all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(VARIABLE))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(VARIABLE.length()), Map.Entry::getValue));
        var chosen = protocol == null ? Set.<Protocol>of() : protocol;
        return show(id, make.instance(new SubmissionId(id), chosen, null, variables, caller), flash);
    }

    @PostMapping("/people")
    String person(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String given,
            @RequestParam String family,
            @RequestParam String email,
            RedirectAttributes flash) {
        return show(
                id, make.person(new SubmissionId(id), new PersonDetails(given, family, email), null, caller), flash);
    }

    private String show(UUID id, Made made, RedirectAttributes flash) {
        var back = "/review/" + id + "#hands-on";
        return switch (made) {
            case Made.OneInstance(var instance, var secret) -> {
                keep(flash, "madeSecret", secret);
                yield DeskRedirect.to(
                        back, new DeskAnswer.Done(), instance.label() + " is ready to be set up in the app.", flash);
            }
            case Made.OnePerson(var person, var password) -> {
                keep(flash, "madePassword", password);
                yield DeskRedirect.to(back, new DeskAnswer.Done(), person.email() + " can sign in.", flash);
            }
            case Made.Unacceptable(var problems) -> {
                flash.addFlashAttribute(
                        Flash.NAME,
                        Flash.refused(problems.stream().map(Problem::message).collect(Collectors.joining(" "))));
                yield "redirect:" + back;
            }
            case Made.Refused(var answer) -> DeskRedirect.to(back, answer, "", flash);
        };
    }

    private void keep(RedirectAttributes flash, String name, @Nullable String secret) {
        if (secret != null) {
            flash.addFlashAttribute(name, ShownOnce.of(secret, vault));
        }
    }
}
