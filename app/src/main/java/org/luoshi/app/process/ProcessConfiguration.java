package org.luoshi.app.process;

import org.luoshi.process.Cases;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Builds the engine once the first page can be served.
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    /// Not for commands, which end before they would need it.
    @Bean
    ApplicationListener<ApplicationReadyEvent> engineAfterTheStart(Cases cases, Environment environment) {
        boolean serving = environment.getProperty("luoshi.startup", "build").equals("build");
        return event -> {
            if (serving) Thread.ofPlatform().name("engine").daemon().start(cases::warmUp);
        };
    }
}
