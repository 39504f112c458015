package org.luoshi.app.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives Spring's connection pool the database that the command is opening.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails connectionDetails(LuoshiDatabase database) {
        var login = database.login();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return login.user();
            }

            @Override
            public String getPassword() {
                return login.password();
            }

            @Override
            public String getJdbcUrl() {
                return login.jdbcUrl();
            }
        };
    }

    /// The command closes it, after Spring has closed the pool.
    @Bean(destroyMethod = "")
    LuoshiDatabase luoshiDatabase(PendingDatabase pending) {
        return pending.get();
    }
}
