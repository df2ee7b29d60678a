package dev.oin.workflow;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Administrators may do everything in the engine's web applications, as the engine's own plugin grants it. */
@Configuration(proxyBeanMethods = false)
class AdministratorsGrants {

    @Bean
    static ProcessEnginePlugin everythingForAdministrators() {
        var plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(StaffGroup.ADMINS.id());
        return plugin;
    }
}
