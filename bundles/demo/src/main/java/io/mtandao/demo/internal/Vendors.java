package io.mtandao.demo.internal;

import io.mtandao.testing.africastalking.AfricasTalkingSimulator;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.daraja.SubscriberBehaviour;
import io.mtandao.testing.routeros.FakeRouter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody an ISP deals with, on loopback: M-Pesa, the SMS gateway, a router each. While they are here, the plugins speak to them. */
@Component(service = Vendors.class, configurationPid = DemoSettings.PID)
@Designate(ocd = DemoSettings.class)
public final class Vendors {
    /** Key, secret, passkey and password of everything here. */
    static final String SECRET = "demo";
    static final String ROUTER_USER = "mtandao";
    /** Africa's Talking has one user name for its sandbox. */
    static final String SMS_USER = "sandbox";
    private static final Logger LOG = LoggerFactory.getLogger(Vendors.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<DemoIsp, FakeRouter> routers = new EnumMap<>(DemoIsp.class);
    private final DarajaSimulator daraja;

    @Activate
    public Vendors(DemoSettings settings, @Reference ConfigurationAdmin configurations) throws IOException {
        try {
            daraja = opened(new DarajaSimulator(settings.mpesaPort(), Clock.systemUTC()));
            daraja.app(SECRET, SECRET);
            for (DemoIsp isp : DemoIsp.values()) daraja.merchant(isp.shortCode, SECRET);
            daraja.subscribers(SubscriberBehaviour.PAYS);
            daraja.subscribersThink(Duration.ofMillis(settings.payAfterMillis()));
            AfricasTalkingSimulator sms = opened(new AfricasTalkingSimulator(settings.smsPort()));
            sms.account(SMS_USER, SECRET);
            routers.put(DemoIsp.SAVANNA, router(settings.savannaRouterPort()));
            routers.put(DemoIsp.PWANI, router(settings.pwaniRouterPort()));
            OperatorSettings operator = new OperatorSettings(configurations);
            open.push(operator::restore);
            operator.point("io.mtandao.plugin.mpesa", daraja.url());
            operator.point("io.mtandao.plugin.africastalking", sms.url());
            operator.put("io.mtandao.router.hosts", Map.of("allowed", "127.0.0.0/8"));
            LOG.info("The demo plays M-Pesa at {}, SMS at {}, routers at 127.0.0.1:{} and 127.0.0.1:{}", daraja.url(), sms.url(),
                settings.savannaRouterPort(), settings.pwaniRouterPort());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Deactivate
    void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.info("Something of the demo did not close: {}", e.toString());
            }
        }
    }

    DarajaSimulator daraja() {
        return daraja;
    }

    FakeRouter router(DemoIsp isp) {
        return routers.get(isp);
    }

    private FakeRouter router(int port) {
        return opened(FakeRouter.builder().user(ROUTER_USER, SECRET, "api", "read", "write", "test", "sensitive").ports(port, 0).start());
    }

    private <T extends AutoCloseable> T opened(T vendor) {
        open.push(vendor);
        return vendor;
    }
}
