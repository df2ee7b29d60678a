package dev.oin.sandbox;

import dev.oin.storage.database.OinSpringTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the sandbox over HTTP, with its database and without the stages after it; it may call servers of this machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SandboxAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.enabled=false", "oin.egress.allow=127.0.0.0/8,localhost"})
@ContextConfiguration(initializers = OinSpringTest.FreshDatabase.class)
public @interface SandboxTest {}
