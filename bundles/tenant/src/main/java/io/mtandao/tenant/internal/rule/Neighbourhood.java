package io.mtandao.tenant.internal.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;

/** What counts as one address when tries are counted: an IPv4 address, or the /64 that an IPv6 line gets (it can change the rest at will). */
public final class Neighbourhood {
    private Neighbourhood() {}

    public static String of(String address) {
        String plain = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        int zone = plain.indexOf('%');
        if (zone >= 0) plain = plain.substring(0, zone);
        // only literals reach InetAddress, so that it never asks a name server
        if (plain.indexOf(':') < 0 || !plain.matches("[0-9a-f:.]+")) return plain;
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            if (bytes.length == 4) return InetAddress.getByAddress(bytes).getHostAddress();
            return HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (UnknownHostException e) {
            return plain;
        }
    }

    public static String hash(String address) {
        return Fingerprint.of("address", of(address));
    }
}
