package io.mtandao.billing.internal.clock;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.router.Router;
import io.mtandao.api.work.Jobs;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.FuseRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.subscription.RouterLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCutOffs implements CutOffs {
    private static final Duration FARTHEST = Duration.ofDays(31);
    private final BillingDesk desk;
    private final CutOffForecast forecast;
    private final Policies policies;
    private final RouterLink routers;
    private final Jobs jobs;

    @Activate
    public JpaCutOffs(@Reference BillingDesk desk, @Reference CutOffForecast forecast, @Reference Policies policies, @Reference RouterLink routers, @Reference Jobs jobs) {
        this.desk = desk;
        this.forecast = forecast;
        this.policies = policies;
        this.routers = routers;
        this.jobs = jobs;
    }

    @Override
    public Page<CutOff> preview(Caller caller, Instant until, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        query.filters().keySet().stream().filter(f -> !f.equals("routerId")).findFirst().ifPresent(f -> {
            throw Invalid.field(f, "no such filter; there are: routerId");
        });
        Long router = query.filters().containsKey("routerId") ? FilterText.id("routerId", query.filters().get("routerId")) : null;
        return desk.open(caller, d -> forecast.page(d, until == null ? endOfToday(d) : checked(until, d.now()), router, query));
    }

    private static Instant endOfToday(Desk d) {
        return d.today().plusDays(1).atStartOfDay(d.zone()).toInstant();
    }

    private static Instant checked(Instant until, Instant now) {
        if (until.isAfter(now.plus(FARTHEST))) throw Invalid.field("until", "at most " + FARTHEST.toDays() + " days ahead");
        return until;
    }

    @Override
    public List<FuseState> fuses(Caller caller) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        Map<Long, String> names = new LinkedHashMap<>();
        ListQuery next = ListQuery.first(ListQuery.MOST);
        while (next != null) {
            Page<Router> page = routers.routers().list(Caller.system(caller.tenant(), "billing"), next);
            page.items().forEach(r -> names.put(r.id(), r.name()));
            next = page.next() == null ? null : next.after(page.next());
        }
        return desk.open(caller, d -> states(d, names));
    }

    private List<FuseState> states(Desk d, Map<Long, String> routerNames) {
        int percent = policies.of(d).fuse().percent();
        Map<Long, FuseRow> rows = Fuses.rows(d);
        List<FuseState> states = new ArrayList<>();
        states.add(state(d, null, null, rows.get(Fuses.ISP), percent));
        routerNames.forEach((id, name) -> {
            FuseState s = state(d, id, name, rows.get(id), percent);
            if (s.served() > 0 || s.blownAt() != null) states.add(s);
        });
        return states;
    }

    private static FuseState state(Desk d, Long router, String name, FuseRow row, int percent) {
        long cut = Fuses.cut(d, router, row);
        boolean blown = row != null && row.getBlownAt() != null;
        return new FuseState(router, name, Fuses.served(d, router) + cut, cut, blown ? row.getWaiting() : 0, percent, blown ? row.getBlownAt() : null);
    }

    @Override
    public void reset(Caller caller, Long routerId, String reason) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        caller.require(Permission.SETTINGS_WRITE);
        new Invalid.Check().notBlank(reason, "reason", 300).orThrow();
        routers.require(caller.tenant(), routerId);
        desk.run(caller, d -> {
            FuseRow row = Fuses.rows(d).get(routerId == null ? Fuses.ISP : routerId);
            if (row == null || row.getBlownAt() == null) throw new Conflict("this fuse is whole");
            row.reset(d.now(), caller.name());
            d.audit("fuse.reset", "fuse", row.getRouterKey(), null, Map.of("reason", reason.strip()));
            jobs.schedule(d.tenant(), Alarms.CLOCK, Alarms.KEY, d.now(), null);
        });
    }
}
