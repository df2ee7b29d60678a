package dev.oin.submission;

import dev.oin.account.Caller;
import dev.oin.kernel.Ids;
import dev.oin.kernel.SubmissionId;
import dev.oin.vault.KeepsSecrets;
import dev.oin.vault.Sealed;
import dev.oin.vault.Secret;
import dev.oin.vault.SecretOwner;
import dev.oin.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of submissions' secrets, sealed by the vault. */
@Repository
class SecretRows implements TestCredentials, KeepsSecrets {

    static final String PASSWORD = "test.password";
    static final String CLIENT_SECRET = "scim.oauth.client_secret";

    private final JdbcClient client;
    private final Vault vault;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SecretRows(JdbcClient client, Vault vault, Timeline timeline, AuditTrail audit, Ids ids, Clock clock) {
        this.client = client;
        this.vault = vault;
        this.timeline = timeline;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Standing passwordOf(SubmissionId submission) {
        return standings(submission).getOrDefault(PASSWORD, Standing.NEVER_ENTERED);
    }

    /** What became of each secret that was ever entered. */
    Map<String, Standing> standings(SubmissionId submission) {
        return client
                .sql("select name, sealed is not null as there from submission_secrets where submission = :id")
                .param("id", submission.value())
                .query((row, number) ->
                        Map.entry(row.getString("name"), row.getBoolean("there") ? Standing.PRESENT : Standing.DELETED))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional
    public Optional<Secret> revealPassword(SubmissionId submission, Caller caller) {
        if (!caller.isAnalyst()) {
            return Optional.empty();
        }
        var password = open(submission, PASSWORD);
        if (password.isPresent()) {
            note(
                    submission,
                    "PASSWORD_REVEALED",
                    "The test account's password was shown to " + caller.displayName() + ".",
                    caller);
        }
        return password;
    }

    @Override
    public Optional<Secret> scimClientSecret(SubmissionId submission) {
        return open(submission, CLIENT_SECRET);
    }

    @Override
    @Transactional
    public void delete(SubmissionId submission) {
        var deleted = client.sql(
                        "update submission_secrets set sealed = null, set_at = :at where submission = :id and sealed is not null")
                .param("id", submission.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (var table : Map.of("submissions", "id", "submission_revisions", "submission", "versions", "submission")
                .entrySet()) {
            client.sql("update %s set content = content #- '{test_information,username}' where %s = :id"
                            .formatted(table.getKey(), table.getValue()))
                    .param("id", submission.value())
                    .update();
        }
        if (deleted > 0) {
            note(submission, "CREDENTIALS_DELETED", "The test account's details were deleted.", null);
        }
    }

    /** The names of the secrets that are there. */
    Set<String> namesOf(SubmissionId submission) {
        return present(standings(submission));
    }

    static Set<String> present(Map<String, Standing> standings) {
        return standings.entrySet().stream()
                .filter(secret -> secret.getValue() == Standing.PRESENT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the changes that change anything. */
    Map<String, SecretChange> effective(SubmissionId submission, Map<String, SecretChange> changes) {
        return changes.entrySet().stream()
                .filter(change -> switch (change.getValue()) {
                    case SecretChange.Set(var value) ->
                        !open(submission, change.getKey()).filter(value::equals).isPresent();
                    case SecretChange.Remove() ->
                        open(submission, change.getKey()).isPresent();
                })
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void apply(SubmissionId submission, Map<String, SecretChange> changes) {
        changes.forEach((name, change) -> {
            audit.secretChanged(submission, name, change instanceof SecretChange.Remove);
            switch (change) {
                case SecretChange.Set(var value) -> set(submission, name, value);
                case SecretChange.Remove() ->
                    client.sql("delete from submission_secrets where submission = :id and name = :name")
                            .param("id", submission.value())
                            .param("name", name)
                            .update();
            }
        });
    }

    @Override
    @Transactional
    public int resealAll() {
        var stale = client
                .sql("select submission, name, sealed from submission_secrets where sealed is not null")
                .query((row, number) -> new Row(
                        new SubmissionId(row.getObject("submission", UUID.class)),
                        row.getString("name"),
                        new Sealed(row.getString("sealed"))))
                .list()
                .stream()
                .filter(row -> !vault.isCurrent(row.value()))
                .toList();
        stale.forEach(row ->
                store(row.submission(), row.name(), vault.reseal(row.value(), owner(row.submission(), row.name()))));
        return stale.size();
    }

    private void set(SubmissionId submission, String name, Secret value) {
        store(submission, name, vault.seal(value, owner(submission, name)));
    }

    private void store(SubmissionId submission, String name, Sealed value) {
        client.sql("""
                        insert into submission_secrets (submission, name, sealed, set_at) values (:id, :name, :sealed, :at)
                        on conflict (submission, name) do update set sealed = :sealed, set_at = :at""")
                .param("id", submission.value())
                .param("name", name)
                .param("sealed", value.text())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Secret> open(SubmissionId submission, String name) {
        return client.sql(
                        "select sealed from submission_secrets where submission = :id and name = :name and sealed is not null")
                .param("id", submission.value())
                .param("name", name)
                .query(String.class)
                .optional()
                .map(text -> vault.open(new Sealed(text), owner(submission, name)));
    }

    private void note(SubmissionId submission, String what, String text, @Nullable Caller caller) {
        timeline.record(new Timeline.Event(
                submission,
                what + "-" + ids.next(),
                what,
                text,
                caller == null ? null : caller.account(),
                null,
                clock.instant()));
    }

    private static SecretOwner owner(SubmissionId submission, String name) {
        return new SecretOwner("submission", submission, name);
    }

    private record Row(SubmissionId submission, String name, Sealed value) {}
}
