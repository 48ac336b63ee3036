package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void any_is_one_that_no_connection_gets_by_itself() throws IOException {
        int port = FreePort.on(LOOPBACK, 0);

        assertThat(port).isBetween(1024, 32_767);
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            assertThat(server.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void the_wanted_one_is_used_or_refused_by_its_number() throws IOException {
        int port = FreePort.on(LOOPBACK, 0);

        assertThat(FreePort.on(LOOPBACK, port)).isEqualTo(port);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            assertThat(FreePort.is(LOOPBACK, taken.getLocalPort())).isFalse();
            assertThatThrownBy(() -> FreePort.on(LOOPBACK, port))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("COURTSIDE_PORT=" + (port + 1));
        }
    }
}
