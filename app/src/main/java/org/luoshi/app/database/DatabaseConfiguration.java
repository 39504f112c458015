package org.luoshi.app.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Gives Spring's connection pool the database that the command opened, or opens one where none did (tests).
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

    /// Closed by Spring after the pool, which depends on it.
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    LuoshiDatabase databaseOfEnvironment(Environment environment) {
        return LuoshiDatabase.own(DatabaseSettings.of(environment::getProperty));
    }
}
