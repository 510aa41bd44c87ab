package io.mtandao.plugin.mikrotik.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Logging in, in the form of RouterOS 6.43 and later, or in the older one where the ISP allows it.
 * Source: MikroTik's page "API", section Initial login.
 */
final class RouterLogin {
    private final RouterConnection connection;
    private final Duration limit;

    RouterLogin(RouterConnection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** @throws RouterFault AUTH when the router refuses, or wants the old form and that is not allowed */
    void perform(RouterAccess access) {
        String challenge = login(access, Command.of("/login").with("name", access.user()).with("password", access.password())).ret();
        if (challenge == null) {
            return;
        }
        // whoever sits between could ask for the old form to get an MD5 he can guess at: never answer it unless told to
        if (!access.legacyLogin()) {
            throw new RouterFault(Kind.AUTH, access + " wants the login of RouterOS before 6.43, which is not enabled");
        }
        Answer second = login(access, Command.of("/login").with("name", access.user())
                .with("response", response(challenge, access.password())));
        if (second.ret() != null) {
            throw new RouterFault(Kind.AUTH, access + " asks for the login again and again");
        }
    }

    private Answer login(RouterAccess access, Command command) {
        try {
            return connection.call(command, limit);
        } catch (RouterFault e) {
            boolean refused = e.kind() == Kind.REFUSED || e.kind() == Kind.PERMISSION;
            throw refused ? new RouterFault(Kind.AUTH, access + " refused the login: " + e.getMessage(), e) : e;
        }
    }

    /** 00 and, in hexadecimal, the MD5 of a zero byte, the password and the challenge's bytes. */
    static String response(String challenge, String password) {
        try {
            ByteArrayOutputStream input = new ByteArrayOutputStream();
            input.write(0);
            input.writeBytes(password.getBytes(UTF_8));
            input.writeBytes(HexFormat.of().parseHex(challenge));
            return "00" + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(input.toByteArray()));
        } catch (IllegalArgumentException e) {
            throw new RouterFault(Kind.PROTOCOL, "The router's login challenge is not hexadecimal", e);
        } catch (NoSuchAlgorithmException e) {
            throw new RouterFault(Kind.AUTH, "This Java has no MD5, which the old login needs", e);
        }
    }
}
