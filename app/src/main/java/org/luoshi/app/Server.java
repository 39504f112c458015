package org.luoshi.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The Spring application of `luoshi run`.
///
/// When the program is packaged, its bean definitions are written as code, so that a start neither searches for
/// components nor weighs conditions; the launcher asks for that code with `spring.aot.enabled`. So what a condition
/// depends on is what it was when the program was built, never an environment variable.
@SpringBootApplication(scanBasePackages = "org.luoshi", proxyBeanMethods = false)
class Server {

    static SpringApplication application() {
        var application = new SpringApplication(Server.class);
        application.setMainApplicationClass(Server.class);
        return application;
    }

    /// Called by the build alone, which reads the bean definitions and starts nothing.
    public static void main(String... arguments) {
        application().run(arguments);
    }
}
