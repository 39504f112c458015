package org.luoshi.app;

import java.util.function.ToIntFunction;
import org.luoshi.app.activation.PackFolder;
import org.luoshi.app.activation.PendingPacks;
import org.luoshi.app.database.DatabaseSettings;
import org.luoshi.app.database.PendingDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The modules without their pages, for commands that work on the database and end.
///
/// Joins the embedded database of a running server, so that such a command needs no server and disturbs none.
public final class Headless {

    private Headless() {}

    /// The modules with the packs in force.
    ///
    /// @param work gets the modules' beans and returns the exit code
    public static int run(DatabaseSettings.Variables variables, ToIntFunction<ApplicationContext> work) {
        return run(variables, "join", work);
    }

    /// The modules, with the packs compiled but the database as it is: to look before packs come into force.
    public static int look(DatabaseSettings.Variables variables, ToIntFunction<ApplicationContext> work) {
        return run(variables, "look", work);
    }

    private static int run(
            DatabaseSettings.Variables variables, String startup, ToIntFunction<ApplicationContext> work) {
        LoggingSystem.get(Headless.class.getClassLoader()).beforeInitialize();
        var packs = PendingPacks.compiling(PackFolder.of(variables));
        try (var database = PendingDatabase.joining(DatabaseSettings.of(variables));
                var context = new SpringApplicationBuilder(Modules.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "luoshi.startup=" + startup,
                                "luoshi.indicators.worker=false",
                                "luoshi.webhooks.worker=false",
                                "luoshi.quality.worker=false",
                                "luoshi.warning.worker=false",
                                "luoshi.search.keeper=false",
                                "luoshi.late-starts=false")
                        .initializers(it -> {
                            it.getBeanFactory().registerSingleton("pendingDatabase", database);
                            it.getBeanFactory().registerSingleton("pendingPacks", packs);
                        })
                        .run()) {
            return work.applyAsInt(context);
        }
    }

    /// Not a component, so that the server's scan does not find it.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.luoshi",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.luoshi\\.(web\\..*|app\\.Server)"))
    static class Modules {}
}
