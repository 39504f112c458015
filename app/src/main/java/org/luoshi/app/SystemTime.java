package org.luoshi.app;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/// The machine's clock, used unless a module brings one of its own, such as the demonstration's.
@Configuration(proxyBeanMethods = false)
class SystemTime {

    static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    @Bean
    @Fallback
    Clock systemClock() {
        return CLOCK;
    }
}
