package org.luoshi.webhook.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.luoshi.webhook.AddressRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where anything may be sent to: public addresses over TLS, and networks that the city allows by name.
///
/// Whoever registers a receiver could otherwise make the server knock at doors inside the city's network that only the
/// server reaches. A name is looked up once and the address that was judged is the one that is connected to, so that a
/// name cannot change its meaning in between.
@Component
public class Egress {

    private static final int LONGEST = 500;

    private final List<Network> allowed;

    /// @param allowed ranges parted by commas, e.g. `10.20.0.0/16`; http is permitted to them
    public Egress(@Value("${luoshi.webhooks.allow:}") String allowed) {
        this.allowed = Arrays.stream(allowed.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(Network::parse)
                .toList();
    }

    /// A receiver's address, written as one.
    ///
    /// @throws AddressRefused unless it is an https or http address with nothing odd in it
    static URI read(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme());
            boolean plain = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null
                    && text.length() <= LONGEST
                    && text.strip().chars().allMatch(c -> c > 0x20 && c < 0x7f);
            if (plain && (scheme.equals("https") || scheme.equals("http"))) return address;
        } catch (URISyntaxException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static AddressRefused unreadable(String text) {
        return new AddressRefused(
                "“%s”不是可用的地址；写成 https://主机/路径".formatted(text),
                "“%s” is no address to send to; write https://host/path".formatted(text));
    }

    /// The address to connect to.
    ///
    /// @throws AddressRefused if any address of the host may not be sent to
    /// @throws UnknownHostException if the host has none
    InetAddress judge(URI address) throws UnknownHostException {
        String host = address.getHost().replaceAll("^\\[|]$", "");
        InetAddress[] found = InetAddress.getAllByName(host);
        boolean secret = address.getScheme().equals("https");
        for (InetAddress one : found) {
            if (isAllowed(one)) continue;
            if (Network.NOT_PUBLIC.stream().anyMatch(range -> range.contains(one)))
                throw new AddressRefused(
                        "%s 不在公网，未获准推送；由管理员在 LUOSHI_WEBHOOKS_ALLOW 中放行".formatted(host),
                        "%s is not on the public internet and not allowed; an administrator can allow it in LUOSHI_WEBHOOKS_ALLOW"
                                .formatted(host));
            if (!secret)
                throw new AddressRefused(
                        "%s 须用 https".formatted(host), "%s must be reached by https".formatted(host));
        }
        return found[0];
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }
}
