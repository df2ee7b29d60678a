package dev.oin.sandbox;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.Protocol;
import dev.oin.submission.Configuration;
import dev.oin.submission.Content;
import dev.oin.submission.Saml;
import dev.oin.submission.Submission;
import dev.oin.submission.TestInformation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations with people and instances, made through the sandbox's own use cases. */
public final class AcmeSandbox {

    /** The password of everybody here. */
    public static final String PASSWORD = "correct horse battery";

    private final JdbcClient client;
    private final HandedIn handedIn;
    private final People people;
    private final GenerateInstance generate;
    private final Assignments assignments;

    /** Takes what the application under test offers. */
    public AcmeSandbox(
            JdbcClient client, HandedIn handedIn, People people, GenerateInstance generate, Assignments assignments) {
        this.client = client;
        this.handedIn = handedIn;
        this.people = people;
        this.generate = generate;
        this.assignments = assignments;
    }

    /** A new organisation. */
    public Org organization() {
        var id = UUID.randomUUID();
        var slug = "acme-" + id.toString().substring(0, 8);
        client.sql("insert into organizations (id, slug, name, created_at) values (:id, :slug, 'Acme', now())")
                .param("id", id)
                .param("slug", slug)
                .update();
        return new Org(new OrganizationId(id), slug);
    }

    /** A person of the organisation. */
    public Person person(Org org, String email) {
        var outcome = people.add(org.id(), new PersonDetails("Ada", "Lovelace", email), PASSWORD);
        return ((PersonOutcome.Saved) outcome).person();
    }

    /** An instance of a SAML app. */
    public Generated samlInstance(Org org, String acs, String audience) {
        var saml = new Saml(
                acs,
                List.of(),
                audience,
                List.of(new Saml.Attribute("email", "user.email")),
                List.of(),
                "https://app.example/guide");
        return instance(org, Protocol.SAML, new Configuration(null, null, null, saml, null, null));
    }

    /** An instance of an OpenID Connect app. */
    public Generated oidcInstance(Org org, String redirectUri, String initiateLoginUri, String postLogoutUri) {
        var oidc = new Configuration.Oidc(
                List.of(redirectUri),
                initiateLoginUri,
                List.of(postLogoutUri),
                "https://app.example/guide",
                null,
                true);
        return instance(org, Protocol.OIDC, new Configuration(null, null, oidc, null, null, null));
    }

    private Generated instance(Org org, Protocol protocol, Configuration configuration) {
        var content = new Content(
                Set.of(protocol), configuration, null, new TestInformation(null, null, null, null, null, null));
        var submission = handedIn.draft(org.id(), content);
        var order = new GenerateInstance.Order(Instance.Kind.CURRENT, Set.of(protocol), null, Map.of());
        var outcome = generate.generate(submission.id(), order, new AccountId(UUID.randomUUID()));
        return switch (outcome) {
            case GenerateInstance.Outcome.Generated(var instance, var secret) ->
                new Generated(submission, instance, String.valueOf(secret));
            case GenerateInstance.Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** Assigns the person. */
    public void assign(Instance instance, Person person) {
        assignments.assign(instance.id(), person.id(), instance.organization());
    }

    /** An organisation. */
    public record Org(OrganizationId id, String slug) {}

    /** An instance with what is shown once. */
    public record Generated(Submission submission, Instance instance, String clientSecret) {}
}
