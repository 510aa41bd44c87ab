package io.mtandao.router.internal.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses as the operator writes it: {@code 127.0.0.0/8}, {@code fe80::/10}, or a single address. */
public record AddressRange(String text, byte[] network, int prefix) {
    /** @param ranges separated by commas @throws IllegalArgumentException with a text for the operator */
    public static List<AddressRange> all(String ranges) {
        return Stream.of(ranges.split(",")).map(String::strip).filter(r -> !r.isEmpty()).map(AddressRange::of).toList();
    }

    static AddressRange of(String text) {
        String[] parts = text.split("/", 2);
        // only literals: a range must not depend on a name server
        if (!parts[0].matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) throw wrong(text);
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            int prefix = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > network.length * 8) throw wrong(text);
            return new AddressRange(text, network, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("not a range of addresses: '" + text + "'; write it like 10.0.0.0/8 or fe80::/10");
    }

    public boolean holds(InetAddress address) {
        return holds(address.getAddress()) || carried(address.getAddress()).filter(this::holds).findAny().isPresent();
    }

    private boolean holds(byte[] address) {
        if (address.length != network.length) return false;
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (network[bit >> 3] & mask)) return false;
        }
        return true;
    }

    /** The IPv4 address that an IPv6 address leads to: 6to4 (RFC 3056), NAT64 (RFC 6052), IPv4-compatible (RFC 4291). Mapped ones Java turns into IPv4 by itself. */
    private static Stream<byte[]> carried(byte[] a) {
        if (a.length != 16) return Stream.empty();
        if (a[0] == 0x20 && a[1] == 0x02) return Stream.of(Arrays.copyOfRange(a, 2, 6));
        byte[] head = Arrays.copyOf(a, 12);
        boolean nat64 = Arrays.equals(head, new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0});
        return nat64 || Arrays.equals(head, new byte[12]) ? Stream.of(Arrays.copyOfRange(a, 12, 16)) : Stream.empty();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AddressRange r && prefix == r.prefix && Arrays.equals(network, r.network);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(network) * 31 + prefix;
    }

    @Override
    public String toString() {
        return text;
    }
}
