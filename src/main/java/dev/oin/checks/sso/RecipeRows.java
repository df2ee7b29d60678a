package dev.oin.checks.sso;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.oin.checks.DropResults;
import dev.oin.kernel.Problem;
import dev.oin.kernel.Protocol;
import dev.oin.kernel.SubmissionId;
import dev.oin.sandbox.Instances;
import dev.oin.submission.DraftDeleted;
import dev.oin.submission.UpdateStarted;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code sign_in_recipes}, sealed as a whole: what a recipe types may be a password. */
@Component
class RecipeRows implements SignInRecipes, KeepsSecrets {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient client;
    private final Vault vault;
    private final RecipeRules rules;
    private final Instances instances;
    private final DropResults results;
    private final Clock clock;

    RecipeRows(
            JdbcClient client, Vault vault, RecipeRules rules, Instances instances, DropResults results, Clock clock) {
        this.client = client;
        this.vault = vault;
        this.rules = rules;
        this.instances = instances;
        this.results = results;
        this.clock = clock;
    }

    /** A row of the table. */
    private record Row(SubmissionId submission, Protocol protocol, Sealed recipe, Timestamp changed) {

        SecretOwner owner() {
            return RecipeRows.owner(submission, protocol);
        }
    }

    static SecretOwner owner(SubmissionId submission, Protocol protocol) {
        return new SecretOwner("sign_in_recipes", submission, protocol.name());
    }

    /** The recipe with what its steps type. */
    SignInRecipe of(SubmissionId submission, Protocol protocol) {
        return rows("submission = ? and protocol = ?", submission.value(), protocol.name()).stream()
                .findFirst()
                .map(row -> read(vault.open(row.recipe(), row.owner())))
                .orElseGet(SignInRecipe::none);
    }

    @Override
    public SignInRecipe shown(SubmissionId submission, Protocol protocol) {
        return of(submission, protocol).masked();
    }

    @Override
    @Transactional
    public List<Problem> save(SubmissionId submission, Protocol protocol, SignInRecipe given) {
        var kept = of(submission, protocol);
        var recipe = KeptTexts.of(given, kept);
        var problems = rules.problems(recipe);
        if (!problems.isEmpty() || kept.equals(recipe)) {
            return problems;
        }
        var owner = owner(submission, protocol);
        client.sql("insert into sign_in_recipes (submission, protocol, sealed, changed_at) values (?, ?, ?, ?)"
                        + " on conflict (submission, protocol) do update"
                        + " set sealed = excluded.sealed, changed_at = excluded.changed_at")
                .params(
                        submission.value(),
                        protocol.name(),
                        vault.seal(write(recipe), owner).text(),
                        Timestamp.from(clock.instant()))
                .update();
        instances.of(submission).stream()
                .filter(instance -> instance.has(protocol))
                .forEach(instance -> results.ofTester(instance.id(), "The sign-in recipe was changed."));
        return List.of();
    }

    @Override
    @Transactional
    public int resealAll() {
        var stale = rows("true").stream()
                .filter(row -> !vault.isCurrent(row.recipe()))
                .toList();
        for (var row : stale) {
            client.sql("update sign_in_recipes set sealed = ? where submission = ? and protocol = ?")
                    .params(
                            vault.reseal(row.recipe(), row.owner()).text(),
                            row.submission().value(),
                            row.protocol().name())
                    .update();
        }
        return stale.size();
    }

    private List<Row> rows(String condition, Object... values) {
        return client.sql("select submission, protocol, sealed, changed_at from sign_in_recipes where " + condition)
                .params(values)
                .query((row, number) -> new Row(
                        new SubmissionId(row.getObject("submission", UUID.class)),
                        Protocol.valueOf(row.getString("protocol")),
                        new Sealed(row.getString("sealed")),
                        row.getTimestamp("changed_at")))
                .list();
    }

    @EventListener
    void on(DraftDeleted deleted) {
        client.sql("delete from sign_in_recipes where submission = ?")
                .param(deleted.submission().value())
                .update();
    }

    /** The app is the same one. */
    @EventListener
    void on(UpdateStarted started) {
        var update = started.update().id();
        for (var live : rows("submission = ?", started.live().submission().value())) {
            client.sql("insert into sign_in_recipes (submission, protocol, sealed, changed_at) values (?, ?, ?, ?)"
                            + " on conflict (submission, protocol) do nothing")
                    .params(
                            update.value(),
                            live.protocol().name(),
                            vault.seal(vault.open(live.recipe(), live.owner()), owner(update, live.protocol()))
                                    .text(),
                            live.changed())
                    .update();
        }
    }

    private static SignInRecipe read(Secret json) {
        try {
            return MAPPER.readValue(json.reveal(), SignInRecipe.class);
        } catch (JsonProcessingException broken) {
            broken.clearLocation();
            throw new UncheckedIOException(broken);
        }
    }

    private static Secret write(SignInRecipe recipe) {
        try {
            return new Secret(MAPPER.writeValueAsString(recipe));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
