package io.mtandao.billing.internal.imports;

import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.Life;
import io.mtandao.billing.internal.subscription.PppoePasswords;
import io.mtandao.billing.internal.subscription.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class SheetAndRouterImports implements SubscriberImports {
    private final BillingDesk desk;
    private final Books books;
    private final Life life;
    private final Alarms alarms;
    private final PppoePasswords passwords;
    private final RouterLink routers;

    @Activate
    public SheetAndRouterImports(@Reference BillingDesk desk, @Reference Books books, @Reference Life life, @Reference Alarms alarms, @Reference PppoePasswords passwords,
        @Reference RouterLink routers) {
        this.desk = desk;
        this.books = books;
        this.life = life;
        this.alarms = alarms;
        this.passwords = passwords;
        this.routers = routers;
    }

    @Override
    public Sheet look(Caller caller, byte[] csv) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        ImportSource.size(csv, "csv");
        CsvSheet sheet = CsvSheet.of(csv);
        return desk.open(caller, d -> {
            List<Target> targets = MappingMemory.targets(d, sheet.columns());
            Map<String, Target> mapping = new LinkedHashMap<>();
            for (int i = 0; i < targets.size(); i++) mapping.put(sheet.columns().get(i), targets.get(i));
            return new Sheet(sheet.columns(), mapping, sheet.rows().stream().limit(5).map(CsvSheet.Row::cells).toList(), sheet.rows().size());
        });
    }

    @Override
    public Preview preview(Caller caller, Request request) {
        Plan plan = plan(caller, request);
        return plan.pass().look().preview(plan.packages().wanted());
    }

    @Override
    public Result run(Caller caller, Request request, Mode mode) {
        Plan plan = plan(caller, request);
        Tally seen = plan.pass().look();
        if (mode == Mode.ALL_OR_NOTHING && seen.of(Line.State.BAD) > 0) throw ImportPass.refused(seen, plan.source().lines().size());
        if (!plan.packages().wanted().isEmpty()) caller.require(Permission.PACKAGES_WRITE);
        if (plan.source().hasMoney()) caller.require(Permission.PAYMENTS_WRITE);
        return plan.pass().write(mode);
    }

    private record Plan(ImportSource source, PackagePlan packages, ImportPass pass) {}

    private Plan plan(Caller caller, Request r) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        ImportSource.check(r);
        routers.require(caller.tenant(), r.routerId());
        // the router is asked before the unit of work begins: it may take its time
        RouterExport router = r.readRouter() ? live(caller, r.routerId()) : r.routerExport() != null ? RouterExport.of(r.routerExport()) : null;
        return desk.open(caller, d -> {
            ImportSource source = router == null ? ImportSource.ofSheet(d, r) : ImportSource.ofRouter(d, router);
            PackagePlan packages = PackagePlan.of(d, source.lines(), source.profiles(), r.makePackages());
            LineWriter writer = new LineWriter(books, life, alarms, passwords, packages, r.routerId());
            return new Plan(source, packages, new ImportPass(desk, caller, source, packages, writer));
        });
    }

    private RouterExport live(Caller caller, long routerId) {
        return new RouterExport(routers.routers().secrets(caller, routerId), routers.routers().profiles(caller, routerId));
    }
}
