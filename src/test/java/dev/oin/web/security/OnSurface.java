package dev.oin.web.security;

import dev.oin.account.AccountFixture;
import dev.oin.storage.database.OinSpringTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of all doors of the running product; whoever has a spy of the gate besides shares one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OinSpringTest
@Import(AccountFixture.class)
@TestPropertySource(properties = "oin.workflow.worker-enabled=false")
@interface OnSurface {}
