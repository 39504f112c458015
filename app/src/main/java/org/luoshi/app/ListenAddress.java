package org.luoshi.app;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.luoshi.app.command.Refusal;
import org.luoshi.app.database.DatabaseSettings.Variables;

/// Where the server listens: LUOSHI_BIND and LUOSHI_PORT.
record ListenAddress(InetAddress address, int port) {

    static ListenAddress of(Variables variables) {
        return new ListenAddress(
                address(or(variables.get("LUOSHI_BIND"), "127.0.0.1")), port(or(variables.get("LUOSHI_PORT"), "8080")));
    }

    private static String or(@Nullable String written, String usual) {
        return written == null || written.isBlank() ? usual : written.strip();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw Refusal.usage(
                    "LUOSHI_BIND 是本机的一个地址，如 127.0.0.1（只供本机）或 0.0.0.0（供所有人），现在是 " + text + "。",
                    "LUOSHI_BIND is an address of this machine, such as 127.0.0.1 (for this machine only) or 0.0.0.0 (for everybody); now it is "
                            + text + ".");
        }
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
        throw Refusal.usage(
                "LUOSHI_PORT 是 0 到 65535 的整数，现在是 " + text + "。",
                "LUOSHI_PORT is a whole number from 0 to 65535, now it is " + text + ".");
    }

    /// Looks early, before a database is opened for nothing.
    void requireFree() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Refusal refused(IOException e) {
        var said = String.valueOf(e.getMessage());
        if (said.contains("assign requested address"))
            return Refusal.failed(
                    "%s 不是本机的地址，不能监听。改正 LUOSHI_BIND。".formatted(shown()),
                    "%s is not an address of this machine; cannot listen there. Correct LUOSHI_BIND.".formatted(shown()));
        if (said.contains("Permission denied"))
            return Refusal.failed(
                    "没有权限在端口 %d 上监听：1024 以下的端口留给系统。换一个端口：LUOSHI_PORT=8080 ./luoshi run".formatted(port),
                    "No permission to listen on port %d: ports below 1024 are the system's. Choose another port: LUOSHI_PORT=8080 ./luoshi run"
                            .formatted(port));
        var taken = e instanceof BindException;
        return Refusal.failed(
                "不能在 %s:%d 上监听（%s）。换一个端口：LUOSHI_PORT=%d ./luoshi run"
                        .formatted(shown(), port, taken ? "端口已被占用" : said, another()),
                "Cannot listen on %s:%d (%s). Choose another port: LUOSHI_PORT=%d ./luoshi run"
                        .formatted(shown(), port, taken ? "the port is taken" : said, another()));
    }

    private int another() {
        return port < 65_535 ? port + 1 : 8080;
    }

    private String shown() {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /// What one opens in a browser.
    ///
    /// @param taken the port, chosen by the system where 0 was asked for
    String url(String taken) {
        return "http://%s:%s".formatted(address.isAnyLocalAddress() ? "127.0.0.1" : shown(), taken);
    }
}
