package dev.oin.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The engine's settings that are ours to decide, whatever the configuration says. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ModelListeners listeners;
    private final SlowPasswordHash passwords;
    private final StaffDirectory staff;

    EngineSettings(ModelListeners listeners, SlowPasswordHash passwords, StaffDirectory staff) {
        this.listeners = listeners;
        this.passwords = passwords;
        this.staff = staff;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var all = engine.getCustomPostBPMNParseListeners();
        engine.setCustomPostBPMNParseListeners(
                all == null ? new ArrayList<>(List.of(listeners)) : with(all, listeners));
        engine.setPasswordEncryptor(passwords);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK"); // claims, but no dates: those are promises
        engine.setIdentityProviderSessionFactory(staff);
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
    }

    private static <T> List<T> with(List<T> all, T one) {
        var longer = new ArrayList<>(all);
        longer.add(one);
        return longer;
    }
}
