package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.LineAddress;
import io.mtandao.api.billing.ServiceType;
import java.util.Locale;

/** The fixed IPv4 address of a static service and the MAC of a device; both null where the service has none. */
public record NetworkAddress(String ip, String mac) {
    /** @throws Invalid when it does not fit the service */
    public static NetworkAddress checked(ServiceType service, String ip, String mac) {
        String address = blank(ip) ? null : ip.strip();
        String hardware = blank(mac) ? null : mac.strip().toUpperCase(Locale.ROOT).replace('-', ':');
        new Invalid.Check()
            .that(service != ServiceType.STATIC_IP || address != null, "ipAddress", "a static service needs its IP address")
            .that(service == ServiceType.STATIC_IP || address == null, "ipAddress", "only a static service has a fixed IP address")
            .that(address == null || !address.contains(":"), "ipAddress",
                "an IPv6 address cannot be delivered; give the IPv4 address of the line, like 10.20.0.7")
            .that(address == null || address.contains(":") || address.matches(LineAddress.IPV4), "ipAddress",
                "must be an address like 10.20.0.7")
            .that(hardware == null || hardware.matches(LineAddress.MAC), "macAddress", "must be like 4C:5E:0C:12:34:56")
            .that(service != ServiceType.PPPOE || hardware == null, "macAddress", "a PPPoE service has no MAC address").orThrow();
        return new NetworkAddress(address, hardware);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
