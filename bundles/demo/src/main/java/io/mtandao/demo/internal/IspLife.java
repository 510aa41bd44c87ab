package io.mtandao.demo.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.extension.Plugins.State;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.testing.daraja.DarajaSimulator.Settlement;
import io.mtandao.testing.routeros.FakeRouter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the owner of one ISP would do by hand. Every step looks first whether it was done. */
final class IspLife {
    private static final Logger LOG = LoggerFactory.getLogger(IspLife.class);
    private static final String MPESA = "mpesa", CASH = "cash", SMS = "africastalking", MIKROTIK = "mikrotik";
    private static final ZoneId ZONE = ZoneId.of("Africa/Nairobi");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CASH_FROM_EXPIRED = 8, CASH_FROM_PENDING = 4;
    private final Platform platform;
    private final Vendors vendors;
    private final DemoIsp isp;
    private final Caller owner;
    private final Stop stop;

    IspLife(Platform platform, Vendors vendors, DemoIsp isp, Caller owner, Stop stop) {
        this.platform = platform;
        this.vendors = vendors;
        this.isp = isp;
        this.owner = owner;
        this.stop = stop;
    }

    /** Plugins, router, packages, subscribers, payments. */
    void furnish() {
        boolean empty = platform.subscribers.count(owner, ListQuery.first(1)) == 0;
        awaitPlugins();
        if (empty) {
            configurePlugins();
            importSubscribers(router());
        }
        registerAddresses();
        if (platform.payments.count(owner, ListQuery.first(1)) == 0) {
            payAtTheDesk();
            payForNobodyKnown();
        }
    }

    /**
     * The router was switched off and has forgotten everything: it gets again what the platform believes it to have. Not by {@code Routers.sync}: hundreds
     * of calls at once for one router get into each other's way. What differs (a comment) the driver corrects at the next change.
     */
    void revive() {
        Caller system = Caller.system(owner.tenant(), "demo");
        FakeRouter router = vendors.router(isp);
        int loaded = 0;
        for (Subscription s : subscriptions()) {
            stop.check();
            if (s.routerId() == null || router.row("/ppp/secret", s.pppoeUser()).isPresent()) continue;
            ServiceToDeliver service = platform.subscriptions.serviceToDeliver(system, s.id()).orElse(null);
            if (service == null) continue;
            router.addUnlessThere("/ppp/profile", Map.of("name", service.profile(), "rate-limit", service.upKbps() + "k/" + service.downKbps() + "k"));
            if (router.addUnlessThere("/ppp/secret", Map.of("name", service.user(), "password", service.password(), "service", "pppoe", "profile", service.profile(),
                "disabled", service.allowed() ? "false" : "true", "comment", service.subscriberName()))) loaded++;
        }
        LOG.info("The demo gave the router of {} back its {} subscribers", isp.title, loaded);
    }

    /** They come and go when their addresses are changed. */
    private void awaitPlugins() {
        Set<String> wanted = Set.of(MPESA, CASH, SMS, MIKROTIK);
        boolean there = stop.await(PATIENCE, () -> platform.plugins.list(owner, Locale.ENGLISH).stream().filter(p -> p.state() != State.AWAY)
            .map(Plugin::id).collect(Collectors.toSet()).containsAll(wanted));
        if (!there) throw new IllegalStateException("not all of the plugins " + wanted + " are installed");
    }

    private void configurePlugins() {
        Map<String, String> mpesa = new LinkedHashMap<>();
        mpesa.put("environment", "sandbox");
        mpesa.put("consumerKey", Vendors.SECRET);
        mpesa.put("consumerSecret", Vendors.SECRET);
        mpesa.put("shortCode", isp.shortCode);
        mpesa.put("passkey", Vendors.SECRET);
        mpesa.put("registerUrls", "true");
        platform.plugins.configure(owner, MPESA, true, mpesa);
        platform.plugins.configure(owner, CASH, true, Map.of());
        platform.plugins.configure(owner, SMS, true, Map.of("environment", "sandbox", "username", Vendors.SMS_USER, "apiKey", Vendors.SECRET));
        platform.plugins.configure(owner, MIKROTIK, true, Map.of("allowPlain", "true"));
        LOG.info("The demo enabled M-Pesa {}, cash, SMS and MikroTik for {}", isp.shortCode, isp.title);
    }

    private long router() {
        List<Router> there = platform.routers.list(owner, ListQuery.first(1)).items();
        if (!there.isEmpty()) return there.get(0).id();
        return platform.routers.create(owner, new Routers.Draft(isp.places.get(0) + " POP", MIKROTIK, "127.0.0.1", vendors.router(isp).port(), Vendors.ROUTER_USER,
            Vendors.SECRET, false, null)).id();
    }

    private void importSubscribers(long router) {
        Set<String> there = platform.packages.list(owner, ListQuery.first(100)).items().stream().map(InternetPackage::name).collect(Collectors.toSet());
        for (DemoPackage p : DemoPackage.values()) if (!there.contains(p.title)) platform.packages.create(owner, p.draft());
        stop.check();
        byte[] csv = DemoSubscribers.csv(DemoSubscribers.of(isp, LocalDateTime.now(ZONE)));
        SubscriberImports.Result result = platform.imports.run(owner, new SubscriberImports.Request(csv, DemoSubscribers.columns(), null, false, router, false),
            SubscriberImports.Mode.ALL_OR_NOTHING);
        LOG.info("The demo brought {} subscribers to {}", result.created(), isp.title);
    }

    /** M-Pesa was switched off as well, and the connection test enters our addresses there. */
    private void registerAddresses() {
        Plugin mpesa = platform.plugins.get(owner, MPESA, Locale.ENGLISH);
        if (!mpesa.enabled()) return;
        boolean registered = stop.await(Duration.ofSeconds(10), () -> platform.plugins.test(owner, MPESA).ok());
        if (!registered) LOG.info("M-Pesa of {} does not know where to call: {}", isp.title, platform.plugins.test(owner, MPESA).text());
    }

    private void payAtTheDesk() {
        List<Subscription> all = subscriptions();
        List<Subscription> payers = new ArrayList<>();
        all.stream().filter(s -> s.state() == SubscriptionState.EXPIRED).limit(CASH_FROM_EXPIRED).forEach(payers::add);
        all.stream().filter(s -> s.state() == SubscriptionState.PENDING).limit(CASH_FROM_PENDING).forEach(payers::add);
        int receipt = 1000;
        for (Subscription s : payers) {
            stop.check();
            platform.payments.receiveAtDesk(owner, CASH, s.subscriberId(), s.price(), "DESK-" + ++receipt, "Paid at the shop");
        }
        LOG.info("{} subscribers of {} paid at the desk", payers.size(), isp.title);
    }

    private void payForNobodyKnown() {
        String address = platform.plugins.get(owner, MPESA, Locale.ENGLISH).callbackUrls().get("confirmation");
        if (address == null || !stop.await(PATIENCE, () -> answers(URI.create(address).resolve("/health")))) {
            LOG.info("Nothing answers at {} yet, so nobody pays {} by M-Pesa", address, isp.title);
            return;
        }
        Settlement settlement = vendors.daraja().pay(isp.shortCode, "HOUSE 7", "1500");
        LOG.info("Somebody paid {} by M-Pesa for an account that nobody has: {}", isp.title, settlement);
    }

    private static boolean answers(URI health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Subscription> subscriptions() {
        List<Subscription> all = new ArrayList<>();
        ListQuery query = ListQuery.first(ListQuery.MOST);
        for (String next = null; ; ) {
            Page<Subscription> page = platform.subscriptions.list(owner, next == null ? query : query.after(next));
            all.addAll(page.items());
            next = page.next();
            if (next == null) return all;
        }
    }
}
