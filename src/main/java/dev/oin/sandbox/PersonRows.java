package dev.oin.sandbox;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.kernel.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of people. */
@Repository
class PersonRows {

    private final JdbcClient client;

    PersonRows(JdbcClient client) {
        this.client = client;
    }

    List<Person> of(OrganizationId organization) {
        return client.sql("select * from sandbox_people where organization = :id and made_for_run is null"
                        + " order by lower(family_name), lower(given_name), email")
                .param("id", organization.value())
                .query(PersonRows::person)
                .list();
    }

    List<Person> madeFor(RunId run) {
        return client.sql("select * from sandbox_people where made_for_run = :run order by created_at")
                .param("run", run.value())
                .query(PersonRows::person)
                .list();
    }

    Optional<Person> find(PersonId id) {
        return client.sql("select * from sandbox_people where id = :id")
                .param("id", id.value())
                .query(PersonRows::person)
                .optional();
    }

    Optional<Person> findByEmail(String email, OrganizationId organization) {
        return client.sql(
                        "select * from sandbox_people where organization = :organization and lower(email) = lower(:email)")
                .param("organization", organization.value())
                .param("email", email)
                .query(PersonRows::person)
                .optional();
    }

    Optional<String> passwordHash(PersonId id) {
        return client.sql("select password_hash from sandbox_people where id = :id and password_hash is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Whether the person was added; false where the address is taken. */
    boolean add(Person person, @Nullable String passwordHash) {
        return client.sql("""
                        insert into sandbox_people (id, organization, given_name, family_name, email, status, groups, attributes, password_hash,
                            made_for_run, created_at)
                        values (:id, :organization, :given, :family, :email, :status, :groups, :attributes::jsonb, :hash, :run, :at)
                        on conflict do nothing""")
                        .param("id", person.id().value())
                        .param("organization", person.organization().value())
                        .param("given", person.givenName())
                        .param("family", person.familyName())
                        .param("email", person.email())
                        .param("status", person.status().name())
                        .param("groups", person.groups().toArray(String[]::new))
                        .param("attributes", JsonTexts.write(person.attributes()))
                        .param("hash", passwordHash)
                        .param(
                                "run",
                                person.madeForRun() == null
                                        ? null
                                        : person.madeForRun().value())
                        .param("at", Timestamp.from(person.createdAt()))
                        .update()
                == 1;
    }

    void update(Person person) {
        client.sql("""
                        update sandbox_people set given_name = :given, family_name = :family, email = :email, status = :status,
                            groups = :groups, attributes = :attributes::jsonb where id = :id""")
                .param("given", person.givenName())
                .param("family", person.familyName())
                .param("email", person.email())
                .param("status", person.status().name())
                .param("groups", person.groups().toArray(String[]::new))
                .param("attributes", JsonTexts.write(person.attributes()))
                .param("id", person.id().value())
                .update();
    }

    void setPassword(PersonId id, String hash) {
        client.sql("update sandbox_people set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    boolean remove(PersonId id) {
        return client.sql("delete from sandbox_people where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    static Person person(ResultSet row, int number) throws SQLException {
        var run = row.getObject("made_for_run", UUID.class);
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                Person.Status.valueOf(row.getString("status")),
                List.of((String[]) row.getArray("groups").getArray()),
                JsonTexts.read(row.getString("attributes")),
                run == null ? null : new RunId(run),
                row.getTimestamp("created_at").toInstant());
    }
}
