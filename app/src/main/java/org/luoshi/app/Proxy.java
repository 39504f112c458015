package org.luoshi.app;

import java.util.Map;
import java.util.Optional;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings.Variables;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;

/// The reverse proxy in front of the server, the only one whose X-Forwarded-* headers are believed.
///
/// @param addresses of the proxy as the server sees it: addresses or networks, `10.0.0.7` or `10.0.0.0/28`, with commas
record Proxy(String addresses) {

    private static final String ADDRESS = "[0-9a-fA-F:.]+(/[0-9]{1,3})?";

    /// LUOSHI_PROXY; empty where nothing stands in front.
    static Optional<Proxy> named(Variables variables) {
        var named = variables.get("LUOSHI_PROXY");
        if (named == null || named.isBlank()) return Optional.empty();
        var addresses = named.replace(" ", "");
        if (!addresses.matches(ADDRESS + "(," + ADDRESS + ")*"))
            throw Refusal.usage(
                    "LUOSHI_PROXY 是反向代理的地址或网段，用逗号分隔，如 10.0.0.7 或 10.0.0.0/28，现在是 " + named + "。",
                    "LUOSHI_PROXY names addresses or networks of the reverse proxy, with commas, such as 10.0.0.7 or 10.0.0.0/28; now it is "
                            + named + ".");
        return Optional.of(new Proxy(addresses));
    }

    void trustedBy(SpringApplication application) {
        Map<String, Object> properties = Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies", addresses);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("proxy", properties)));
    }
}
