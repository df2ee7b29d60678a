package dev.oin.checks.preflight;

import dev.oin.checks.Outcome;
import dev.oin.checks.preflight.Contacts.InstalledAddresses;
import dev.oin.egress.Call;
import dev.oin.egress.Reply.Answered;
import dev.oin.submission.MetadataReader;
import dev.oin.submission.MetadataReader.Reading;
import dev.oin.submission.Saml.AcsEndpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares what a SAML app says of itself at its entity id with what was submitted. */
record MetadataAgreement(MetadataReader reader) {

    private static final int REDIRECTS = 3;

    Outcome of(Contacts contacts) {
        var compared = 0;
        for (var app : contacts.installed()) {
            var published = published(contacts, app);
            if (published.isPresent()) {
                compared++;
                var differences = differences(app, published.get());
                if (!differences.isEmpty()) {
                    return Contacts.configuration(
                            "Entity ID and assertion consumer services are those of the app's metadata.",
                            String.join(" ", differences),
                            "Enter what the app's metadata says, or correct the metadata; then generate a new instance.");
                }
            }
        }
        return compared == 0
                ? new Outcome.NotApplicable("The audience is no address at which metadata is published.")
                : new Outcome.Passed("The metadata agrees with the configuration.", "It does.");
    }

    private Optional<Reading.ServiceProvider> published(Contacts contacts, InstalledAddresses app) {
        var audience = app.audience();
        if (audience == null || !audience.matches("https?://\\S+")) {
            return Optional.empty();
        }
        try {
            return contacts.send(Call.get(URI.create(audience)).following(REDIRECTS)) instanceof Answered answer
                            && answer.status() == 200
                            && reader.read(answer.body()) instanceof Reading.ServiceProvider provider
                    ? Optional.of(provider)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static List<String> differences(InstalledAddresses app, Reading.ServiceProvider published) {
        var differences = new ArrayList<String>();
        if (!published.entityId().equals(app.audience())) {
            differences.add(
                    "The metadata's entity ID is " + published.entityId() + ", the audience " + app.audience() + '.');
        }
        var known = published.acsEndpoints().stream()
                .map(AcsEndpoint::url)
                .filter(Objects::nonNull)
                .toList();
        app.acsUrls().stream()
                .map(URI::toString)
                .filter(url -> !known.contains(url))
                .forEach(url -> differences.add(
                        "The metadata does not name " + url + "; it names " + String.join(", ", known) + '.'));
        return differences;
    }
}
