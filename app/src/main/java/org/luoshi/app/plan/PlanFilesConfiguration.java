package org.luoshi.app.plan;

import org.luoshi.app.activation.PackFolder;
import org.luoshi.plan.PlanFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the plan the compiler of the packs in force.
@Configuration(proxyBeanMethods = false)
class PlanFilesConfiguration {

    @Bean
    PlanFiles planFiles() {
        return new CompiledPlanFiles(PackFolder.of(System::getenv));
    }
}
