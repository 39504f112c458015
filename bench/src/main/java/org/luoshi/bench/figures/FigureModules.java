package org.luoshi.bench.figures;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.luoshi.access.Units;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.indicator.Indicators;
import org.luoshi.pack.PackSet;
import org.luoshi.postgres.DatabaseLogin;
import org.luoshi.postgres.Migrations;
import org.luoshi.register.Registers;
import org.luoshi.register.internal.schema.SearchIndexKeeper;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The product's registers and indicators with their worker, in this process: no pages, so that what is measured is a
/// change and its figures.
final class FigureModules implements AutoCloseable {

    /// Without who builds search indexes beside the work: that is another question (`./luoshi bench pages`).
    @ComponentScan(
            basePackages = {"org.luoshi.access", "org.luoshi.audit", "org.luoshi.register", "org.luoshi.indicator"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SearchIndexKeeper.class))
    @EnableTransactionManagement
    static class Wiring {

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate template(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        DSLContext sql(DataSource source) {
            DefaultConfiguration configuration = new DefaultConfiguration();
            configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
            configuration.set(SQLDialect.POSTGRES);
            return DSL.using(configuration);
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /// @param worker whether the background worker runs
    FigureModules(DatabaseLogin login, boolean worker, Clock clock) {
        Migrations.apply(login.dataSource());
        System.setProperty("luoshi.indicators.worker", String.valueOf(worker));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, () -> pool(login));
        context.getBeanFactory().setConversionService(new DefaultFormattingConversionService());
        context.register(Wiring.class);
        context.refresh();
    }

    private static HikariDataSource pool(DatabaseLogin login) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(login.dataSource());
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }

    /// Brings the packs into force, or uses them where they are.
    void use(PackSet packs) {
        Registers registers = get(Registers.class);
        if (!registers.packTimeline().isEmpty()) {
            get(Units.class).load();
            registers.use(packs);
            return;
        }
        get(TransactionTemplate.class).executeWithoutResult(status -> {
            Change change = get(ChangeLog.class).open(new ChangeRequest("bench", "packs.activate", "packs"));
            packs.city().ifPresent(city -> get(Units.class).activate(city.units(), city.parents(), city.successions(), change.knownAt()));
            registers.apply(packs, Set.of(), change);
            registers.noteInForce(packs, change);
            get(Indicators.class).adopt();
        });
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
