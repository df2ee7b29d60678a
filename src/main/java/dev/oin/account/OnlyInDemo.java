package dev.oin.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Marks what exists in the local demo only: without a configured database, and unless {@code oin.demo.enabled} is false. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional({OnlyInDemo.NoDatabaseConfigured.class, OnlyInDemo.DemoWanted.class})
public @interface OnlyInDemo {

    /** True while no database is configured. */
    class NoDatabaseConfigured extends NoneNestedConditions {

        NoDatabaseConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class Configured {}
    }

    /** True unless the demo is switched off. */
    class DemoWanted extends AllNestedConditions {

        DemoWanted() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "oin.demo.enabled", havingValue = "true", matchIfMissing = true)
        static class Wanted {}
    }
}
