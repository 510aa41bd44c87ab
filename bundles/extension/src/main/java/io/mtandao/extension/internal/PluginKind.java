package io.mtandao.extension.internal;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.SmsGateway;
import io.mtandao.spi.messaging.WhatsAppGateway;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.payment.PaymentMethod;
import java.util.Locale;

/** The kinds of plugin, in the order in which people see them. */
public enum PluginKind {
    PAYMENT(PaymentMethod.class),
    SMS(SmsGateway.class),
    WHATSAPP(WhatsAppGateway.class),
    MAIL(MailTransport.class),
    NETWORK(NetworkDriver.class);

    private final Class<?> type;

    PluginKind(Class<?> type) {
        this.type = type;
    }

    /** As stored and on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PluginKind of(Plugin<?> plugin) {
        for (PluginKind k : values()) if (k.type.isInstance(plugin)) return k;
        throw new IllegalArgumentException("no kind of plugin: " + plugin.getClass().getName());
    }

    public static PluginKind of(Class<?> type) {
        for (PluginKind k : values()) if (k.type == type) return k;
        throw new IllegalArgumentException("no kind of plugin: " + type.getName());
    }

    /** Where a kind stands in lists; one that is no longer known comes last. */
    public static int rank(String code) {
        for (PluginKind k : values()) if (k.code().equals(code)) return k.ordinal();
        return values().length;
    }
}
