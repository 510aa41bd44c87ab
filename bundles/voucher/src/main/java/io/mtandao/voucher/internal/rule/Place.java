package io.mtandao.voucher.internal.rule;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;

/** From where codes are tried: what the caller says of who typed it, else the member of staff. */
public final class Place {
    private static final int MOST = 200;

    private Place() {}

    /** @throws Invalid when a program does not say for whom it asks: all its users would share one count, and one of them could stop the others */
    public static String of(Caller caller, String tryingFrom) {
        if (tryingFrom != null && !tryingFrom.isBlank()) {
            if (tryingFrom.length() > MOST) throw Invalid.field("tryingFrom", "at most " + MOST + " characters");
            return "from " + neighbourhood(tryingFrom.strip().toLowerCase(Locale.ROOT));
        }
        if (caller.kind() == Caller.Kind.STAFF || caller.kind() == Caller.Kind.OPERATOR) return "by " + caller.kind() + " " + caller.id();
        throw Invalid.field("tryingFrom", "must say where the code was typed: an address or a device");
    }

    /** A device in one spelling; of an IPv6 address the /64 that a line gets (it can change the rest at will). */
    private static String neighbourhood(String text) {
        if (text.matches("([0-9a-f]{2}[:.-]){5}[0-9a-f]{2}|[0-9a-f]{12}")) return text.replaceAll("[:.-]", "");
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        // only literals reach InetAddress, so that it never asks a name server
        if (plain.indexOf(':') < 0 || !plain.matches("[0-9a-f:.]+")) return text;
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            if (bytes.length == 4) return InetAddress.getByAddress(bytes).getHostAddress();
            return HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
