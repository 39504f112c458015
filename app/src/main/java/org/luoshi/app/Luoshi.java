package org.luoshi.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.luoshi.app.command.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/// Luoshi 落实: `luoshi COMMAND …`. Spring starts only for commands that need it.
@SpringBootApplication(scanBasePackages = "org.luoshi")
public class Luoshi {

    public static void main(String... arguments) {
        var commands = new CommandLine(
                List.of(new RunCommand()),
                System.out,
                System.err);
        System.exit(commands.run(arguments));
    }

    /// Used unless a module brings a clock of its own, such as the demonstration's.
    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
