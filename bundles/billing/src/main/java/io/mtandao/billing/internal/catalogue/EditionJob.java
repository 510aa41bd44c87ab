package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A planned edition begins. Harmless to repeat, and when the edition was cancelled meanwhile. */
@Component
public final class EditionJob implements JobHandler {
    public static final String NAME = "billing.edition";
    private final BillingDesk desk;
    private final EditionBook editions;

    @Activate
    public EditionJob(@Reference BillingDesk desk, @Reference EditionBook editions) {
        this.desk = desk;
        this.editions = editions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        String[] parts = key.split(":");
        long packageId = Long.parseLong(parts[0]);
        int number = Integer.parseInt(parts[1]);
        return desk.open(tenant, NAME, d -> begin(d, packageId, number));
    }

    private Instant begin(Desk d, long packageId, int number) {
        PackageRow p = d.em().find(PackageRow.class, packageId);
        List<EditionRow> all = new Catalogue().editions(d, List.of(packageId)).getOrDefault(packageId, List.of());
        EditionRow e = all.stream().filter(x -> x.getNumber() == number).findFirst().orElse(null);
        if (p == null || e == null || p.getEdition() >= number) return null;
        if (e.getFrom().isAfter(d.now())) return e.getFrom();
        EditionRow present = Catalogue.numbered(all, p.getEdition());
        editions.begin(d, p, present, e, p.getName());
        d.audit("package.edition-begins", "package", packageId, present.told(p.getName()), e.told(p.getName()));
        return null;
    }
}
