package io.mtandao.testing.routeros;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Sends sentences and reads replies, nothing more: the fake router must not be tested with the client that is tested with it. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.socket.setSoTimeout(5000);
        this.in = new DataInputStream(socket.getInputStream());
    }

    static RawClient to(FakeRouter router) throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), router.port()));
    }

    static RawClient loggedInTo(FakeRouter router) throws IOException {
        RawClient client = to(router);
        client.send("/login", "=name=mtandao", "=password=router-password");
        client.read();
        return client;
    }

    void send(String... words) throws IOException {
        socket.getOutputStream().write(ApiFraming.encode(List.of(words)));
    }

    /** One reply; null when the router closed the connection. */
    List<String> read() throws IOException {
        return ApiFraming.read(in);
    }

    /** The byte as it came. */
    int readByte() throws IOException {
        return in.read();
    }

    /** Sends a sentence and reads to the end of its answer. */
    List<List<String>> ask(String... words) throws IOException {
        send(words);
        List<List<String>> answer = new ArrayList<>();
        do {
            answer.add(read());
        } while (!answer.get(answer.size() - 1).get(0).equals("!done"));
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
