package dev.oin.storage.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a free port, with a database of its own. Test classes with the same settings share application and database: let each test make
 * its own organisation, or call {@link TestDatabase#clean}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OinSpringTest.FreshDatabase.class)
public @interface OinSpringTest {

    /** Gives the application a fresh database and a folder of its own. */
    class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.stopAfterSpring();
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.freshUrl(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "oin.vault.master-key=bm90IGEgc2VjcmV0OiB0aGUgdGVzdHMnIG93biBrZXk=",
                            "oin.data-dir=target/test-data",
                            "oin.sandbox.public-url=")
                    .applyTo(context);
        }
    }
}
