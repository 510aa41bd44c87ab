package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.tenant.TenantSetup;
import io.mtandao.messaging.internal.entity.TemplateRow;
import io.mtandao.persistence.TenantTx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a new ISP its first words. */
@Component(service = TenantSetup.class)
public final class StartingTemplates implements TenantSetup {
    private final TenantTx tx;

    @Activate
    public StartingTemplates(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public void setUp(Caller system, TenantSettings settings) {
        tx.run(system.tenant(), em -> {
            for (Occasion o : Occasion.values()) em.persist(new TemplateRow(o.code(), o.start(settings.language())));
        });
    }
}
