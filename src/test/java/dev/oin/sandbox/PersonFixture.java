package dev.oin.sandbox;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** People for tests. */
public final class PersonFixture {

    private PersonFixture() {}

    /** An active person. */
    public static Person ada() {
        return new Person(
                new PersonId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                "Ada",
                "Łukasz <&> \"Lovelace\"",
                "ada@acme.example",
                Person.Status.ACTIVE,
                List.of("Everyone", "app-admins", "app-users"),
                null,
                Instant.parse("2026-11-01T10:00:00Z"));
    }
}
