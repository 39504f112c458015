package org.luoshi.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.luoshi.postgres.testing.TestDatabase;
import org.luoshi.postgres.testing.TestPostgres;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// A Spring context of just the beans a test names, over a fresh migrated database on real PostgreSQL.
public final class TestContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;
    private final TestDatabase database;

    private TestContext(TestDatabase database, AnnotationConfigApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    public static TestContext of(Clock clock, Class<?>... beans) {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        return of(database, clock, beans);
    }

    /// A second context over the same database, as a restarted program would be.
    public TestContext restarted(Clock clock, Class<?>... beans) {
        return of(database, clock, beans);
    }

    public static TestContext of(TestDatabase database, Clock clock, Class<?>... beans) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, () -> pool(database));
        context.register(Wiring.class);
        context.register(beans);
        context.refresh();
        return new TestContext(database, context);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public DSLContext sql() {
        return get(DSLContext.class);
    }

    public TransactionTemplate transaction() {
        return get(TransactionTemplate.class);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    @EnableTransactionManagement
    static class Wiring {

        @org.springframework.context.annotation.Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @org.springframework.context.annotation.Bean
        TransactionTemplate template(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @org.springframework.context.annotation.Bean
        DSLContext sql(DataSource source) {
            DefaultConfiguration configuration = new DefaultConfiguration();
            configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
            configuration.set(SQLDialect.POSTGRES);
            return DSL.using(configuration);
        }
    }
}
