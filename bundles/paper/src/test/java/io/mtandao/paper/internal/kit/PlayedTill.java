package io.mtandao.paper.internal.kit;

import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.payment.PaymentMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A way to pay that says where, or nothing, or breaks. */
public final class PlayedTill implements PaymentMethod<Object> {
    private final String id;
    private final String name;
    public PayTo place;
    public VendorProblem trouble;

    public PlayedTill(String id, String name) {
        this.id = id;
        this.name = name;
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription(id, name, "", "", Set.of(), List.of(), List.of(), List.of());
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
    public Optional<PayTo> payTo(TenantContext<Object> context) {
        if (trouble != null) throw trouble;
        return Optional.ofNullable(place);
    }
}
