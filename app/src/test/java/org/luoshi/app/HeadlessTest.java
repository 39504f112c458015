package org.luoshi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.luoshi.postgres.testing.TestPostgres;
import org.springframework.web.context.WebApplicationContext;

class HeadlessTest {

    @Test
    void aCommandGetsTheModulesAndTheDatabaseWithoutAServer() {
        var database = TestPostgres.shared().emptyDatabase();
        var variables = Map.of(
                "LUOSHI_DB_URL", database.jdbcUrl(),
                "LUOSHI_DB_USER", database.user(),
                "LUOSHI_DB_PASSWORD", database.password(),
                "LUOSHI_HOME", "..");
        var exit = Headless.look(variables::get, modules -> {
            assertThat(modules).isNotInstanceOf(WebApplicationContext.class);
            assertThat(modules.getBeansOfType(DataSource.class)).hasSize(1);
            return modules.getBean(DSLContext.class).fetchSingle("SELECT 41 + 1").get(0, Integer.class);
        });
        assertThat(exit).isEqualTo(42);
    }

    @Test
    void aCommandThatNeedsASystemDoesNotMakeOne() {
        var database = TestPostgres.shared().freshDatabase();
        var variables = Map.of(
                "LUOSHI_DB_URL", database.jdbcUrl(),
                "LUOSHI_DB_USER", database.user(),
                "LUOSHI_DB_PASSWORD", database.password(),
                "LUOSHI_HOME", "..");
        assertThatThrownBy(() -> Headless.run(variables::get, modules -> 0)).rootCause().hasMessageContaining("luoshi run");
    }
}
