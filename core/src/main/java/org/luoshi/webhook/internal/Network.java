package org.luoshi.webhook.internal;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// A range of addresses, `10.0.0.0/8` or `fc00::/7`.
record Network(byte[] base, int bits) {

    /// Everything that is not the public internet (IANA special-purpose registries for IPv4 and IPv6).
    static final List<Network> NOT_PUBLIC = List.of(
                    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
                    "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
                    "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8")
            .stream()
            .map(Network::parse)
            .toList();

    /// @throws IllegalArgumentException if it is no range, or has a name instead of an address
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!address.matches("[0-9a-fA-F:.]+")) throw new IllegalArgumentException("no address: " + text);
        try {
            byte[] base = InetAddress.getByName(address).getAddress();
            int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > base.length * 8) throw new IllegalArgumentException("no range: " + text);
            return new Network(base, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.length) return false;
        int ignored = base.length * 8 - bits;
        return new BigInteger(1, bytes).shiftRight(ignored).equals(new BigInteger(1, base).shiftRight(ignored));
    }
}
