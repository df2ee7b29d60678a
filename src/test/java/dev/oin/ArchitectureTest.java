package dev.oin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.oin");

    @Test
    void modules_use_only_what_their_package_info_allows() {
        ApplicationModules.of(OinApplication.class).verify();
    }

    @Test
    void the_engine_is_known_in_workflow_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.oin.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("a successor of the engine must be able to take its place"));
    }

    @Test
    void servlets_and_mvc_are_known_at_the_edge_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.oin.web..",
                        "dev.oin.workflow.webapp..",
                        "dev.oin.sandbox.saml..",
                        "dev.oin.sandbox.oidc..",
                        "dev.oin.sandbox.login..",
                        "dev.oin.sandbox.logout..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..", "org.springframework.web.servlet..", "org.springframework.web.bind..")
                .because("stages do not know that they are called over HTTP"));
    }

    @Test
    void the_browser_driver_is_known_in_one_package() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.oin.checks.browser..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openqa.selenium..")
                .because("checks speak to a browser in our own words"));
    }

    @Test
    void calls_go_out_by_one_guarded_way() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.oin.egress..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc..",
                        "org.apache.http..",
                        "org.springframework.web.client..",
                        "org.springframework.web.reactive..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Socket.class,
                        ServerSocket.class,
                        SocketChannel.class,
                        URLConnection.class,
                        DatagramSocket.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .because("the address rules hold for every call, and for the address that is really called"));
    }

    @Test
    void opensaml_is_known_where_saml_is_spoken() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.oin.sandbox.saml..", "dev.oin.checks.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opensaml..", "net.shibboleth..")
                .because("SAML is spoken in two packages"));
    }

    @Test
    void the_kernel_imports_no_framework() {
        check(classes()
                .that()
                .resideInAPackage("dev.oin.kernel..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "dev.oin.kernel..").or(annotationsOfModules()))
                .because("its words must be usable everywhere"));
    }

    @Test
    void time_randomness_and_ids_come_from_outside() {
        check(noClasses()
                .that(areNotConfiguration())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Random.class)
                .because("a test must be able to choose them"));
    }

    @Test
    void nothing_waits_by_sleeping() {
        check(noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("we wait for conditions"));
    }

    @Test
    void nothing_is_injected_into_fields() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("constructors say what a type needs"));
    }

    @Test
    void types_are_named_for_the_domain() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO)$")
                .because("a type is named for what it is or does"));
    }

    private static DescribedPredicate<JavaClass> annotationsOfModules() {
        return resideInAnyPackage("org.jspecify.annotations", "org.springframework.modulith");
    }

    private static DescribedPredicate<JavaClass> areNotConfiguration() {
        return DescribedPredicate.describe(
                "are not configuration", type -> !type.getName().endsWith("Configuration"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
