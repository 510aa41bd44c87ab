package io.mtandao.spi.net;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Keeps an ISP's settings from pointing the platform at its own network. Plugins whose host the ISP chooses ask this, unless the operator allows private hosts. */
public final class PublicHost {
    private PublicHost() {}

    /** @throws VendorProblem MISCONFIGURED when any address of the host is not public; RETRY when it has none now */
    public static void require(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host))
                if (!isPublic(address))
                    throw new VendorProblem(Outcome.MISCONFIGURED, "'" + host + "' is not a public address; the platform does not connect to it");
        } catch (UnknownHostException e) {
            throw new VendorProblem(Outcome.RETRY, "the host name '" + host + "' is not known", e);
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
            || address.isMulticastAddress()) return false;
        byte[] raw = address.getAddress();
        int first = raw[0] & 0xff;
        int second = raw[1] & 0xff;
        // IPv4: "this network", carrier-grade NAT, protocol assignments, benchmarks, reserved (RFC 6890)
        if (raw.length == 4) return first != 0 && first < 240 && !(first == 100 && (second & 0xc0) == 64) && !(first == 192 && second == 0 && raw[2] == 0)
            && !(first == 198 && (second & 0xfe) == 18);
        // IPv6: global unicast only, without the ways to write an IPv4 address into it (6to4, Teredo; NAT64 is outside 2000::/3 already)
        return (first & 0xe0) == 0x20 && !(first == 0x20 && second == 0x02) && !(first == 0x20 && second == 0x01 && raw[2] == 0 && raw[3] == 0);
    }
}
