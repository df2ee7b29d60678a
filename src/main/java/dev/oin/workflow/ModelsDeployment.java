package dev.oin.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys models and forms together, once: a start without a change deploys nothing. */
@Component
class ModelsDeployment extends AbstractProcessEnginePlugin {

    private static final List<String> FOLDERS = List.of("processes/", "forms/isv/", "forms/analyst/");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name("OIN pipeline")
                .source("OIN pipeline")
                .enableDuplicateFiltering(false);
        FOLDERS.stream()
                .flatMap(folder -> filesIn(folder).map(file -> folder + file.getFilename()))
                .sorted()
                .forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    private static Stream<Resource> filesIn(String folder) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*.*"))
                    .filter(Resource::isReadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
