package org.luoshi.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.register.Registers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the shell of a request.
@Component
public class Shells {

    private final Messages messages;
    private final Clock clock;
    private final Registers registers;
    private final ObjectProvider<DemoState> demo;
    private final String asset = fingerprint("luoshi.css", "briefing.css", "luoshi.js", "place-map.js", "icons.svg");

    Shells(Messages messages, Clock clock, Registers registers, ObjectProvider<DemoState> demo) {
        this.messages = messages;
        this.clock = clock;
        this.registers = registers;
        this.demo = demo;
    }

    public Shell of(HttpServletRequest request) {
        return of(request, AsOf.read(request.getParameter("asof"), clock.getZone(), clock.instant()));
    }

    /// Error pages may be about the as-of moment itself, so they are shown in the present.
    Shell inThePresent(HttpServletRequest request) {
        return of(request, AsOf.PRESENT);
    }

    private Shell of(HttpServletRequest request, AsOf asOf) {
        return new Shell(
                messages,
                Preferences.language(request),
                Preferences.theme(request),
                viewer(),
                asOf,
                asOf.moment() == null ? null : registers.packsThen(asOf.moment()).shortfall(),
                address(request),
                csrf(request),
                demo.getIfAvailable(() -> () -> false).demo(),
                clock.instant(),
                clock.getZone(),
                asset);
    }

    private static @Nullable Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    private static Shell.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : null;
    }

    private static Address address(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = forwarded instanceof String uri ? uri : request.getRequestURI();
        Map<String, List<String>> query = new LinkedHashMap<>();
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> query.put(name, written(values)));
        }
        query.remove("lang");
        query.remove("theme");
        return new Address(path, query);
    }

    /// Empty fields of a filter form say nothing; they stay out of the address.
    private static List<String> written(String[] values) {
        return new ArrayList<>(Arrays.stream(values).filter(value -> !value.isBlank()).toList());
    }

    private static String fingerprint(String... names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                try (InputStream in = Shells.class.getResourceAsStream("/org/luoshi/web/assets/" + name)) {
                    if (in == null) throw new IllegalStateException("no asset " + name);
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
