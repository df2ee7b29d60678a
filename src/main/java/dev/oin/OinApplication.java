package dev.oin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the pipeline. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OinApplication {

    /** Starts the application. */
    public static void main(String[] args) {
        SpringApplication.run(OinApplication.class, args);
    }
}
