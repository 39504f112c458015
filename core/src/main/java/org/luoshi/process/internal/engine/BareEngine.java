package org.luoshi.process.internal.engine;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/// How the engine is set up: everything off but moving cases.
final class BareEngine extends SpringProcessEngineConfiguration {

    BareEngine(DataSource database, PlatformTransactionManager transactions, Clock clock, Road road) {
        setEngineName("luoshi-" + System.identityHashCode(road));
        setDataSource(database);
        setTransactionManager(transactions);
        setDatabaseType("postgres");
        setDatabaseSchema(EngineTables.SCHEMA);
        setDatabaseTablePrefix(EngineTables.SCHEMA + ".");
        setTablePrefixIsSchema(true);
        // A database of another version is refused, never changed.
        setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        setIdGenerator(new StrongUuidGenerator());
        setHistoryLevel(HistoryLevel.NONE);
        setDisableIdmEngine(true);
        setDisableEventRegistry(true);
        setAsyncExecutorActivate(false);
        setEnableEventDispatcher(false);
        setBeans(Map.of("road", road));
        setClock(new EngineClock(clock));
    }

    /// It sends no mail, and the library for that is left out.
    @Override
    public void initMailClients() {}
}
