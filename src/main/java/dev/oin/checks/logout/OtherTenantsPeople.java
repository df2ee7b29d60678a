package dev.oin.checks.logout;

import static dev.oin.checks.logout.LogoutCheck.doubtful;
import static dev.oin.checks.logout.LogoutCheck.required;
import static dev.oin.checks.logout.LogoutCheck.right;
import static dev.oin.checks.logout.LogoutCheck.wrong;

import dev.oin.checks.Outcome;
import dev.oin.checks.sso.AppSession;
import dev.oin.sandbox.Person;
import dev.oin.sandbox.logout.UniversalLogout;
import dev.oin.submission.Configuration.SubjectFormat;

/** UL-N12: one tenant's identity provider names a person whom only another tenant knows (sso-checks 4.3). */
final class OtherTenantsPeople {

    private OtherTenantsPeople() {}

    static LogoutCheck check() {
        return required(
                "UL-N12",
                "Global Token Revocation 7.1, 7.2",
                "A person of another tenant is answered with 404 or 403, and their session goes on",
                "Otherwise one customer can sign out the people of all others.",
                "Look people up among those of the tenant whose identity provider has signed the token.",
                OtherTenantsPeople::look);
    }

    private static Outcome look(LogoutLab lab) {
        var logout = lab.instance().app().logout();
        if (logout == null || logout.subjectFormat() != SubjectFormat.EMAIL) {
            return new Outcome.NotApplicable("The submission declares another subject format.");
        }
        return lab.otherTenant()
                .map(other -> lab.withSessionElsewhere(other, (person, theirs) -> named(lab, person, theirs)))
                .orElseGet(() -> new Outcome.NotApplicable(
                        "Generate a second instance, and connect it to a second tenant of the app."));
    }

    private static Outcome named(LogoutLab lab, Person person, AppSession theirs) {
        lab.step("Sent a revocation for " + person.email() + ", whom only the other tenant knows");
        return lab.answered(lab.send(lab.valid(UniversalLogout.email(person.email()))), answer -> {
            var ended = theirs.awaitEnd(lab.tools().properties().partialSessionEnds());
            if (ended.isPresent()) {
                return wrong("Answered with " + answer.status() + ", and " + LogoutLab.seconds(ended.get())
                        + " later the other tenant's session was over.");
            }
            return switch (answer.status()) {
                case 403, 404 ->
                    Refusals.controlled(lab, right("Answered with " + answer.status() + "; the session went on."));
                case 204 -> wrong("Answered with 204, as if the person were this tenant's; the session went on.");
                default ->
                    doubtful("Answered with " + answer.status() + " instead of 404 or 403; the session went on.");
            };
        });
    }
}
