package dev.oin.review;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machine says about submitter, logo, name, description, use cases and contacts. */
final class CatalogVerdicts {

    private static final Set<String> LOGO_SIZES = Set.of("200x200", "244x244", "244x156", "156x244");
    private static final int LOGO_BYTES = 1_048_575;
    private static final int DESCRIPTION_LENGTH = 1023;
    private static final int MOST_USE_CASES = 3;
    private static final Pattern CONSPICUOUS =
            Pattern.compile("\\b(okta|test|beta|saml|oidc|scim|v?\\d+\\.\\d+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROVISIONING = Pattern.compile("\\b(scim|provision\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private CatalogVerdicts() {}

    static MachineVerdict account(MachineFacts facts) {
        var mail = facts.submitterMail();
        if (mail == null) {
            return MachineVerdict.hint("Nobody submitted it yet.");
        }
        var domain = mail.substring(mail.indexOf('@') + 1);
        return MachineVerdict.of(
                facts.companyDomains().contains(domain), "Submitted from an account at " + domain + ".");
    }

    static MachineVerdict logo(MachineFacts facts) {
        var logo = facts.content().logo();
        return logo == null
                ? MachineVerdict.fail("There is no logo.")
                : MachineVerdict.of(
                        logo.bytes() <= LOGO_BYTES, "%s of %,d bytes.".formatted(logo.mediaType(), logo.bytes()));
    }

    static MachineVerdict logoSize(MachineFacts facts) {
        var logo = facts.content().logo();
        if (logo == null) {
            return MachineVerdict.fail("There is no logo.");
        }
        var size = logo.width() + "x" + logo.height();
        return MachineVerdict.of(LOGO_SIZES.contains(size), "The logo is " + size + ".");
    }

    static MachineVerdict duplicate(MachineFacts facts) {
        var name = facts.content().configuration().catalog().displayName();
        return facts.nameTaken()
                ? MachineVerdict.fail("Another integration in the catalog is called \"%s\".".formatted(name))
                : MachineVerdict.hint("Nothing else in the catalog is called \"%s\".".formatted(name));
    }

    static MachineVerdict name(MachineFacts facts) {
        var name = facts.content().configuration().catalog().displayName();
        if (name == null) {
            return MachineVerdict.hint("There is no name.");
        }
        var found = CONSPICUOUS.matcher(name);
        return found.find()
                ? MachineVerdict.hint("\"%s\" holds \"%s\".".formatted(name, found.group()))
                : MachineVerdict.pass("Nothing conspicuous in \"%s\".".formatted(name));
    }

    static MachineVerdict description(MachineFacts facts) {
        var description = facts.content().configuration().catalog().description();
        int length = description == null ? 0 : description.length();
        return MachineVerdict.of(length > 0 && length <= DESCRIPTION_LENGTH, length + " characters.");
    }

    static MachineVerdict descriptionMatches(MachineFacts facts) {
        var description = facts.content().configuration().catalog().description();
        var promises = description != null && PROVISIONING.matcher(description).find();
        return promises && !facts.content().has(dev.oin.kernel.Protocol.SCIM)
                ? MachineVerdict.fail("Provisioning is mentioned; SCIM is not selected.")
                : MachineVerdict.hint("Provisioning is " + (promises ? "" : "not ") + "mentioned.");
    }

    static MachineVerdict useCases(MachineFacts facts) {
        var chosen = facts.content().configuration().catalog().useCases();
        return chosen.size() > MOST_USE_CASES
                ? MachineVerdict.fail("%d use cases are chosen; at most %d.".formatted(chosen.size(), MOST_USE_CASES))
                : MachineVerdict.hint(chosen.isEmpty() ? "None is chosen." : String.join(", ", chosen) + ".");
    }

    static MachineVerdict publicContacts(MachineFacts facts) {
        var contacts = facts.content().configuration().catalog().publicSupport();
        var shown = Stream.of(contacts.link(), contacts.email(), contacts.phone())
                .flatMap(Stream::ofNullable)
                .filter(contact -> !contact.isBlank())
                .collect(Collectors.joining(", "));
        return shown.isEmpty()
                ? MachineVerdict.fail("No public contact is given.")
                : facts.withoutProblem(
                        problem -> problem.isError() && problem.field().startsWith("catalog.public_support"),
                        shown + ".");
    }
}
