package io.mtandao.plugin.smtp.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Stands before GreenMail, which speaks no STARTTLS: offers it, passes every line on, and can answer in its place. */
final class SmtpFront implements AutoCloseable {
    /** As an answer: none, ever. */
    static final String SILENCE = "";
    /** As a command: the moment after connecting. */
    static final String CONNECT = "CONNECT";
    /** As a command: the end of the mail. */
    static final String END = ".";

    /** @param secured whether it was said behind TLS */
    record Line(String text, boolean secured) {}

    record Delivery(String user, String subject) {}

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final int backend;
    private final SSLContext tls;
    private final boolean implicit;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    /** @param tls null to offer none @param implicit whether it begins with TLS */
    SmtpFront(int backend, SSLContext tls, boolean implicit) throws IOException {
        this.backend = backend;
        this.tls = tls;
        this.implicit = implicit;
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(String command, String reply) {
        answers.put(command, reply);
    }

    List<Line> lines() {
        return lines;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = server.accept();
                thread(() -> new Conversation().hold(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "smtp-front");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Conversation {
        private Socket client;
        private BufferedReader fromClient;
        private Socket mail;
        private BufferedReader fromMail;
        private String user = "";
        private String subject = "";

        void hold(Socket socket) {
            try {
                client = implicit ? secure(socket) : socket;
                fromClient = reader(client);
                mail = new Socket("127.0.0.1", backend);
                fromMail = reader(mail);
                String greeting = reply();
                if (!answered(CONNECT)) say(greeting);
                for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) hear(line);
                mail.close();
                client.close();
            } catch (IOException | UncheckedIOException e) {
                // the client went away, or the test is over
            }
        }

        private void hear(String line) throws IOException {
            lines.add(new Line(line, client instanceof SSLSocket));
            String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
            if (line.startsWith("AUTH PLAIN ")) user = new String(Base64.getDecoder().decode(line.substring(11)), StandardCharsets.UTF_8).split("\0")[1];
            if (answered(command)) return;
            if (command.equals("STARTTLS")) {
                say("220 go ahead\r\n");
                client = secure(client);
                fromClient = reader(client);
                return;
            }
            pass(line);
            String reply = reply();
            if (command.equals("EHLO") && tls != null && !(client instanceof SSLSocket)) reply = "250-front\r\n250-STARTTLS\r\n"
                + reply.substring(reply.indexOf('\n') + 1);
            say(reply);
            if (reply.startsWith("354")) body();
        }

        private void body() throws IOException {
            for (String line = fromClient.readLine(); !line.equals(END); line = fromClient.readLine()) {
                if (line.startsWith("Subject: ")) subject = line.substring(9);
                pass(line);
            }
            pass(END);
            String reply = reply();
            if (answered(END)) return;
            deliveries.add(new Delivery(user, subject));
            say(reply);
        }

        private boolean answered(String command) throws IOException {
            String answer = answers.get(command);
            if (answer != null && !answer.equals(SILENCE)) say(answer + "\r\n");
            // "service not available, closing transmission channel"
            if (answer != null && answer.startsWith("421")) client.close();
            return answer != null;
        }

        private SSLSocket secure(Socket socket) throws IOException {
            SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
            secured.startHandshake();
            return secured;
        }

        private void pass(String line) throws IOException {
            mail.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }

        private String reply() throws IOException {
            StringBuilder reply = new StringBuilder();
            String line;
            do {
                line = fromMail.readLine();
                reply.append(line).append("\r\n");
            } while (line != null && line.length() > 3 && line.charAt(3) == '-');
            return reply.toString();
        }

        private void say(String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }
    }
}
