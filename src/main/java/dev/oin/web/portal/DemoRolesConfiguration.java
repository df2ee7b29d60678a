package dev.oin.web.portal;

import dev.oin.account.DemoAccount;
import dev.oin.account.OnlyInDemo;
import dev.oin.web.frame.DemoRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The demo's accounts, as the sign-in page offers them. */
@Configuration(proxyBeanMethods = false)
@OnlyInDemo
class DemoRolesConfiguration {

    @Bean
    @Order(1)
    DemoRole demoSuperAdmin() {
        return role(DemoAccount.SUPER_ADMIN);
    }

    @Bean
    @Order(2)
    DemoRole demoAnalyst() {
        return role(DemoAccount.ANALYST);
    }

    @Bean
    @Order(3)
    DemoRole demoLead() {
        return role(DemoAccount.LEAD);
    }

    @Bean
    @Order(4)
    DemoRole demoManager() {
        return role(DemoAccount.MANAGER);
    }

    @Bean
    @Order(5)
    DemoRole demoAdministrator() {
        return role(DemoAccount.ADMINISTRATOR);
    }

    private static DemoRole role(DemoAccount account) {
        return new DemoRole(account.role(), account.email());
    }
}
