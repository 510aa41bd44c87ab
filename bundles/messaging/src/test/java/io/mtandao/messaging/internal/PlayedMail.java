package io.mtandao.messaging.internal;

import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A mail server in memory behind the real interface. */
final class PlayedMail implements MailTransport<Object> {
    final List<Mail> sent = new ArrayList<>();

    @Override
    public PluginDescription describe() {
        return new PluginDescription("mail", "mail", "", "", Set.of(), List.of(), List.of(), List.of());
    }

    @Override
    public Class<Object> settingsType() {
        return Object.class;
    }

    @Override
    public Health test(TenantContext<Object> context) {
        return Health.ok("");
    }

    @Override
    public Sent send(TenantContext<Object> context, Mail mail) {
        sent.add(mail);
        return new Sent("m-" + mail.messageId(), "250 ok");
    }
}
