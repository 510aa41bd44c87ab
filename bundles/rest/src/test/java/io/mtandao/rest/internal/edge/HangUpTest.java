package io.mtandao.rest.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.rest.internal.RestTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HangUpTest extends RestTest {
    @Test
    void aCallerWhoHangsUpLeavesNothingInTheLog() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        api.subscribers.answers("exportCsv", a -> {
            writeUntilNobodyReads((Writer) a[2], noticed);
            return null;
        });
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            URI address = api.get("/api/openapi.json").response().uri();
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write("GET /api/v1/subscribers/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer owner-token\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
            api.close();
        } finally {
            System.setErr(err);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void writeUntilNobodyReads(Writer out, CountDownLatch noticed) throws IOException {
        try {
            for (int i = 0; i < 1_000_000; i++) out.write("MT-1000,Grace Muthoni\n");
        } catch (IOException e) {
            noticed.countDown();
            throw e;
        }
    }
}
