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
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code sign_in_recipes}. */
@Component
class RecipeRows implements SignInRecipes {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient client;
    private final RecipeRules rules;
    private final Instances instances;
    private final DropResults results;
    private final Clock clock;

    RecipeRows(JdbcClient client, RecipeRules rules, Instances instances, DropResults results, Clock clock) {
        this.client = client;
        this.rules = rules;
        this.instances = instances;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public SignInRecipe of(SubmissionId submission, Protocol protocol) {
        return client.sql("select recipe::text from sign_in_recipes where submission = ? and protocol = ?")
                .params(submission.value(), protocol.name())
                .query((row, number) -> read(row.getString(1)))
                .optional()
                .orElseGet(SignInRecipe::none);
    }

    @Override
    @Transactional
    public List<Problem> save(SubmissionId submission, Protocol protocol, SignInRecipe recipe) {
        var problems = rules.problems(recipe);
        if (!problems.isEmpty() || of(submission, protocol).equals(recipe)) {
            return problems;
        }
        client.sql("insert into sign_in_recipes (submission, protocol, recipe, changed_at) values (?, ?, ?::jsonb, ?)"
                        + " on conflict (submission, protocol) do update"
                        + " set recipe = excluded.recipe, changed_at = excluded.changed_at")
                .params(submission.value(), protocol.name(), write(recipe), Timestamp.from(clock.instant()))
                .update();
        instances.of(submission).stream()
                .filter(instance -> instance.has(protocol))
                .forEach(instance -> results.ofTester(instance.id(), "The sign-in recipe was changed."));
        return List.of();
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
        client.sql("insert into sign_in_recipes (submission, protocol, recipe, changed_at)"
                        + " select ?, protocol, recipe, changed_at from sign_in_recipes where submission = ?"
                        + " on conflict (submission, protocol) do nothing")
                .params(
                        started.update().id().value(),
                        started.live().submission().value())
                .update();
    }

    private static SignInRecipe read(String json) {
        try {
            return MAPPER.readValue(json, SignInRecipe.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String write(SignInRecipe recipe) {
        try {
            return MAPPER.writeValueAsString(recipe);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
