package org.luoshi.web.access;

import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.luoshi.access.AccessKeys;
import org.luoshi.access.Accounts;
import org.luoshi.process.CalendarFeeds;
import org.luoshi.web.shell.ErrorPages;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;

/// Who gets in at all, and the headers every answer carries. What each endpoint permits is written on it
/// ([org.luoshi.web.shell.Allow]).
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /// No inline script or style, nothing from other hosts. `data:` only for the images OpenLayers draws itself.
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    static final int IDLE_MINUTES = 30;

    /// What programs read: with an access key, or with the session of somebody who is signed in. Nothing is changed here,
    /// and no session begins.
    @Bean
    @Order(1)
    SecurityFilterChain apiRules(
            HttpSecurity http, Accounts accounts, AccessKeys keys, Messages messages, Clock clock) throws Exception {
        http.securityMatcher(Problem.PATH + "/**")
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((_, response, _) -> AccessKeyFilter.refuse(response, messages))
                        .accessDeniedHandler((_, response, _) -> AccessKeyFilter.problem(
                                HttpStatus.METHOD_NOT_ALLOWED,
                                messages.text("api.only-reading"),
                                messages.text("api.only-reading.next"),
                                response)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new SessionRules(accounts, clock), AuthorizationFilter.class)
                .addFilterBefore(new AccessKeyFilter(keys, messages), AuthorizationFilter.class);
        return http.build();
    }

    /// What calendar programs read: the address itself is the key, and opens one calendar.
    @Bean
    @Order(2)
    SecurityFilterChain calendarRules(HttpSecurity http, CalendarFeeds feeds) throws Exception {
        http.securityMatcher(CalendarKeyFilter.PATH + "**")
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new CalendarKeyFilter(feeds), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    SecurityFilterChain pageRules(
            HttpSecurity http,
            SignIn signIn,
            Accounts accounts,
            Clock clock,
            Messages messages,
            ErrorPages errors,
            @Value("${spring.servlet.multipart.max-request-size:512MB}") DataSize largestUpload)
            throws Exception {
        http.authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/login", "/error", "/certificates/check", "/assets/**", "/webjars/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .successHandler(new ArrivalPage())
                        .failureHandler(SecurityRules::refused))
                .logout(logout -> logout.logoutSuccessUrl("/login?out=1").deleteCookies("luoshi"))
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(entry()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new UploadGate(messages, errors::tell, largestUpload.toBytes()), CsrfFilter.class)
                .addFilterBefore(new SessionRules(accounts, clock), AuthorizationFilter.class);
        return http.build();
    }

    /// One cookie for the session; script cannot read it and other sites cannot send it with a form.
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.setSessionTimeout(IDLE_MINUTES);
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setName("luoshi");
            context.getSessionCookieConfig().setHttpOnly(true);
            context.getSessionCookieConfig().setPath("/");
            context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
        };
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(
                why instanceof AccountLocked locked ? "/login?locked=" + locked.until() : "/login?refused=1");
    }

    /// A swap of part of a page cannot show a log-in form; htmx is told to go there instead.
    private static LoginEntry entry() {
        return new LoginEntry();
    }

    private static final class LoginEntry extends LoginUrlAuthenticationEntryPoint {
        private LoginEntry() {
            super("/login");
            setFavorRelativeUris(true);
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
                throws IOException, jakarta.servlet.ServletException {
            if (request.getHeader("HX-Request") == null) {
                super.commence(request, response, why);
                return;
            }
            response.setHeader("HX-Redirect", "/login?ended=1");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
