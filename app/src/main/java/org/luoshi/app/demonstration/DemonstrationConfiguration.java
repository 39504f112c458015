package org.luoshi.app.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.luoshi.process.CaseOperations;
import org.luoshi.process.Deadlines;
import org.luoshi.web.shell.DemoState;
import org.luoshi.web.shell.DemoTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The one clock of the program, and the word to the pages that all data are synthetic.
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {

    @Bean
    DemonstrationClock clock(DSLContext database) {
        Clock machine = Clock.system(ZoneId.of("Asia/Shanghai"));
        return new DemonstrationClock(machine, DemonstrationRow.distance(database).orElse(Duration.ZERO));
    }

    @Bean
    DemoState demoState(DSLContext database) {
        return () -> DemonstrationRow.distance(database).isPresent();
    }

    @Bean
    @Lazy
    DemoTime demoTime(
            DSLContext database, DemonstrationClock clock, Deadlines deadlines, CaseOperations operations) {
        return new DemonstrationTime(database, clock, deadlines, operations);
    }
}
