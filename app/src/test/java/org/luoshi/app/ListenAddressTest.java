package org.luoshi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luoshi.app.command.Refusal;

class ListenAddressTest {

    @Test
    void withoutAWordItIsThisMachineOnly() {
        var address = ListenAddress.of(Map.<String, String>of()::get);
        assertThat(address.address().isLoopbackAddress()).isTrue();
        assertThat(address.url("8080")).isEqualTo("http://127.0.0.1:8080");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, http://127.0.0.1:9", "::1, http://[0:0:0:0:0:0:0:1]:9"})
    void whatIsOpenedInABrowserIsAnAddressThatBrowsersKnow(String bind, String url) {
        assertThat(ListenAddress.of(Map.of("LUOSHI_BIND", bind)::get).url("9")).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({"70000", "-1", "http", "80 80"})
    void whatIsNoPortIsToldAsSuch(String port) {
        assertThatThrownBy(() -> ListenAddress.of(Map.of("LUOSHI_PORT", port)::get))
                .isInstanceOf(Refusal.class)
                .hasMessage("LUOSHI_PORT is a whole number from 0 to 65535, now it is " + port + ".");
    }

    @Test
    void whatIsNoAddressIsToldAsSuch() {
        assertThatThrownBy(() -> ListenAddress.of(Map.of("LUOSHI_BIND", "no such.machine")::get))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("LUOSHI_BIND is an address of this machine");
    }

    @Test
    void anAddressOfAnotherMachineIsToldAsSuch() {
        // 192.0.2.0/24 is set aside for examples.
        var address = ListenAddress.of(Map.of("LUOSHI_BIND", "192.0.2.1", "LUOSHI_PORT", "0")::get);
        assertThatThrownBy(address::requireFree)
                .hasMessage("192.0.2.1 is not an address of this machine; cannot listen there. Correct LUOSHI_BIND.");
    }

    @Test
    void aTakenPortIsToldWithTheCommandThatHelps() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();
            var address = ListenAddress.of(Map.of("LUOSHI_PORT", Integer.toString(port))::get);
            assertThatThrownBy(address::requireFree)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Cannot listen on 127.0.0.1:%d (the port is taken). Choose another port: LUOSHI_PORT=%d ./luoshi run"
                            .formatted(port, port + 1));
        }
    }
}
