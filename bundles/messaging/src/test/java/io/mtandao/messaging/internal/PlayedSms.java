package io.mtandao.messaging.internal;

import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A gateway in memory behind the real interface; a callback's body is "id STATE". */
final class PlayedSms implements SmsGateway<Object> {
    private final String id;
    final List<Sms> taken = new ArrayList<>();
    VendorProblem trouble;

    PlayedSms(String id) {
        this.id = id;
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription(id, id, "", "", Set.of(), List.of(), List.of(), List.of());
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
    public Sent send(TenantContext<Object> context, Sms sms) {
        if (trouble != null) throw trouble;
        taken.add(sms);
        return new Sent(id + "-" + sms.messageId(), "cost 0.8");
    }

    @Override
    public List<DeliveryNotice> interpret(TenantContext<Object> context, RawCallback callback) {
        String[] parts = callback.text().split(" ");
        if (parts[0].equals("forged")) return List.of(DeliveryNotice.rejected("bad signature"));
        return List.of(new DeliveryNotice(parts[0], DeliveryNotice.State.valueOf(parts[1]), "by callback", null));
    }
}
