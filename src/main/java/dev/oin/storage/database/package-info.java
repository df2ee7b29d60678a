/**
 * The database: an embedded PostgreSQL where none is configured, and how our records become columns.
 *
 * <p>Conventions. Our tables live in the schema {@code oin} and are made by Flyway; the engine's live in {@code public} and are made by the engine. Every
 * connection has the search path {@code public, oin}, so SQL qualifies nothing: an unqualified name is looked up in both, an unqualified {@code create} of the engine
 * lands in {@code public}, and Flyway puts {@code oin} first while it migrates. No table of ours starts with {@code act_}.
 *
 * <p>Repositories of Spring Data JDBC take ids ({@code EntityId} records), {@code Instant}, {@code URI}, enums, {@code Set} and {@code List} of enums, ids or strings
 * ({@code text[]}, {@code uuid[]}) and {@code Json} ({@code jsonb}) as they are. With {@code JdbcClient} bind {@code id.value()}, {@code enum.name()},
 * {@code Timestamp.from(instant)} and {@code ?::jsonb}; read {@code rs.getObject("id", UUID.class)} and {@code rs.getTimestamp("at").toInstant()}.
 *
 * <p>Migrations are numbered by stage, so that a stage may refer to the tables of those before it: 001 to 009 storage, vault, mail and web sessions, 010 account,
 * 020 submission, 030 sandbox, 040 checks, 050 gate, 060 review, 070 catalog, 080 insight, 090 workflow and web, ten numbers each.
 */
@NullMarked
package dev.oin.storage.database;

import org.jspecify.annotations.NullMarked;
