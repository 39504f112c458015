package org.luoshi.postgres;

import java.io.IOException;

/// Another program listens on the port.
final class PortTaken extends IOException {

    private final int port;

    PortTaken(int port) {
        super("port " + port + " is taken");
        this.port = port;
    }

    PostgresProblem problem() {
        return new PostgresProblem(
                "数据库端口 %d 已被其他程序占用。停止那个程序，或换一个端口。".formatted(port),
                "Database port %d is taken by another program. Stop that program or choose another port.".formatted(port));
    }
}
