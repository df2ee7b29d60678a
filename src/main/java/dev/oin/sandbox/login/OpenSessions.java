package dev.oin.sandbox.login;

import dev.oin.kernel.OrganizationId;
import dev.oin.kernel.PersonId;
import dev.oin.sandbox.SandboxProperties;
import dev.oin.sandbox.SandboxSessions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The sandbox's sessions, in tables of their own; no bean of Spring Session, so that the portal's sessions stay the application's. */
@Component
class OpenSessions implements SandboxSessions, DisposableBean {

    private final JdbcIndexedSessionRepository repository;
    private final JdbcClient client;

    OpenSessions(
            JdbcOperations operations,
            TransactionOperations transactions,
            JdbcClient client,
            SandboxProperties properties) {
        this.client = client;
        repository = new JdbcIndexedSessionRepository(operations, transactions);
        repository.setTableName("sandbox_session");
        repository.setDefaultMaxInactiveInterval(properties.sessionIdle());
        repository.afterPropertiesSet();
    }

    JdbcIndexedSessionRepository repository() {
        return repository;
    }

    @Override
    public List<Session> of(OrganizationId organization) {
        return client.sql("""
                        select p.id, s.creation_time, s.last_access_time from sandbox_session s
                        join sandbox_people p on s.principal_name = p.id::text
                        where p.organization = :organization order by s.last_access_time desc""")
                .param("organization", organization.value())
                .query((row, number) -> new Session(
                        new PersonId(row.getObject("id", UUID.class)),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time"))))
                .list();
    }

    @Override
    public int end(PersonId person) {
        return client.sql("delete from sandbox_session where principal_name = :person")
                .param("person", person.toString())
                .update();
    }

    @Override
    public void destroy() {
        repository.destroy();
    }
}
