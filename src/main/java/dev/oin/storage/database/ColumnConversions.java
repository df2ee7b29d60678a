package dev.oin.storage.database;

import dev.oin.kernel.EntityId;
import dev.oin.kernel.Json;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.util.PGobject;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;

/** How the product's words become columns and back. */
@Configuration(proxyBeanMethods = false)
class ColumnConversions {

    static final List<Converter<?, ?>> CONVERTERS = List.of(
            new IdToUuid(),
            new JsonToColumn(),
            new ColumnToJson(),
            new InstantToTimestamp(),
            new TimestampToInstant(),
            new UriToText(),
            new TextToUri());

    @Bean
    JdbcCustomConversions jdbcCustomConversions(Dialect dialect) {
        return conversions(dialect);
    }

    static JdbcCustomConversions conversions(Dialect dialect) {
        var simple = dialect.simpleTypes().isEmpty()
                ? JdbcSimpleTypes.HOLDER
                : new SimpleTypeHolder(dialect.simpleTypes(), JdbcSimpleTypes.HOLDER);
        var stored = new ArrayList<Object>(dialect.getConverters());
        stored.addAll(JdbcCustomConversions.storeConverters());
        var ours = new ArrayList<Object>(CONVERTERS);
        ours.add(new UuidToId());
        return new JdbcCustomConversions(CustomConversions.StoreConversions.of(simple, stored), ours);
    }

    @WritingConverter
    static final class IdToUuid implements Converter<EntityId, UUID> {
        @Override
        public UUID convert(EntityId id) {
            return id.value();
        }
    }

    /** Builds any id record from its UUID. */
    @ReadingConverter
    static final class UuidToId implements ConverterFactory<UUID, EntityId> {
        @Override
        public <T extends EntityId> Converter<UUID, T> getConverter(Class<T> type) {
            var constructor = canonical(type);
            return value -> BeanUtils.instantiateClass(constructor, value);
        }

        private static <T> Constructor<T> canonical(Class<T> type) {
            try {
                return type.getDeclaredConstructor(UUID.class);
            } catch (NoSuchMethodException missing) {
                throw new IllegalArgumentException(type + " is no record around a UUID", missing);
            }
        }
    }

    @WritingConverter
    static final class JsonToColumn implements Converter<Json, JdbcValue> {
        @Override
        public JdbcValue convert(Json json) {
            var column = new PGobject();
            column.setType("jsonb");
            try {
                column.setValue(json.text());
            } catch (SQLException impossible) {
                throw new IllegalStateException(impossible);
            }
            return JdbcValue.of(column, JDBCType.OTHER);
        }
    }

    @ReadingConverter
    static final class ColumnToJson implements Converter<PGobject, Json> {
        @Override
        public Json convert(PGobject column) {
            var text = column.getValue();
            return new Json(text == null ? "null" : text);
        }
    }

    @WritingConverter
    static final class InstantToTimestamp implements Converter<Instant, Timestamp> {
        @Override
        public Timestamp convert(Instant instant) {
            return Timestamp.from(instant);
        }
    }

    @ReadingConverter
    static final class TimestampToInstant implements Converter<Timestamp, Instant> {
        @Override
        public Instant convert(Timestamp column) {
            return column.toInstant();
        }
    }

    @WritingConverter
    static final class UriToText implements Converter<URI, String> {
        @Override
        public String convert(URI uri) {
            return uri.toString();
        }
    }

    @ReadingConverter
    static final class TextToUri implements Converter<String, URI> {
        @Override
        public URI convert(String text) {
            return URI.create(text);
        }
    }
}
