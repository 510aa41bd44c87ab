package io.mtandao.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.Caller;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.billing.Usage;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.router.Routers;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.rest.internal.edge.Json;
import io.mtandao.rest.internal.edge.Peers;
import io.mtandao.rest.internal.idempotency.MemoryIdempotencyStore;
import io.mtandao.rest.internal.ops.Metrics;
import io.mtandao.rest.internal.ops.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The real servlet in a real Jetty on a free port, in front of stubs of all services. {@link #OWNER} may everything. */
public final class ApiServer implements AutoCloseable {
    public static final String OWNER = "owner-token", OPERATOR = "operator-token";
    public final Stub<Registrations> registrations = Stub.of(Registrations.class);
    public final Stub<Sessions> sessions = Stub.of(Sessions.class).answers("authenticate", a -> known((String) a[0]));
    public final Stub<Staff> staff = Stub.of(Staff.class);
    public final Stub<ApiKeys> apiKeys = Stub.of(ApiKeys.class);
    public final Stub<Settings> settings = Stub.of(Settings.class);
    public final Stub<AuditLog> audit = Stub.of(AuditLog.class);
    public final Stub<Operators> operators = Stub.of(Operators.class);
    public final Stub<OperatorAccounts> operatorAccounts = Stub.of(OperatorAccounts.class);
    public final Stub<Subscribers> subscribers = Stub.of(Subscribers.class);
    public final Stub<Ledger> ledger = Stub.of(Ledger.class);
    public final Stub<SubscriberImports> imports = Stub.of(SubscriberImports.class);
    public final Stub<Packages> packages = Stub.of(Packages.class);
    public final Stub<AddOns> addOns = Stub.of(AddOns.class);
    public final Stub<Coupons> coupons = Stub.of(Coupons.class);
    public final Stub<Taxes> taxes = Stub.of(Taxes.class);
    public final Stub<CustomFields> customFields = Stub.of(CustomFields.class);
    public final Stub<Subscriptions> subscriptions = Stub.of(Subscriptions.class);
    public final Stub<Extras> extras = Stub.of(Extras.class);
    public final Stub<Usage> usage = Stub.of(Usage.class);
    public final Stub<Bills> bills = Stub.of(Bills.class);
    public final Stub<BillRuns> billRuns = Stub.of(BillRuns.class);
    public final Stub<BillingPolicies> policies = Stub.of(BillingPolicies.class);
    public final Stub<Papers> papers = Stub.of(Papers.class);
    public final Stub<CutOffs> cutOffs = Stub.of(CutOffs.class);
    public final Stub<ShadowBilling> shadow = Stub.of(ShadowBilling.class);
    public final Stub<Vouchers> vouchers = Stub.of(Vouchers.class);
    public final Stub<Figures> figures = Stub.of(Figures.class);
    public final Stub<Payments> payments = Stub.of(Payments.class);
    public final Stub<Routers> routers = Stub.of(Routers.class);
    public final Stub<Plugins> plugins = Stub.of(Plugins.class);
    public final Stub<Messages> messages = Stub.of(Messages.class);
    public final Stub<CallbackInbox> inbox = Stub.of(CallbackInbox.class);
    public final MemoryIdempotencyStore store = new MemoryIdempotencyStore();
    public final Metrics metrics = new Metrics();
    public final Served served = new Served();
    /** Whom {@link #OWNER} stands for. */
    public Caller caller = Sample.OWNER;

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public ApiServer() {
        this(Set.of());
    }

    public ApiServer(Set<String> proxies) {
        operators.answers("authenticate", a -> {
            if (!a[0].equals(OPERATOR)) throw new Unauthenticated("no such session");
            return Sample.of(Operators.Operator.class);
        });
        audit.answers("list", a -> new io.mtandao.api.Page<>(java.util.List.of(new AuditLog.Entry(1, Sample.NOON, "Wanjiku", "STAFF", "127.0.0.1", "subscriber.update", "subscriber/42",
            "{\"name\":{\"before\":\"A\",\"after\":\"B\"}}")), null));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(new ApiServlet(api(Peers.behind(proxies)), metrics, served));
        holder.setInitParameter("hide-service-list-page", "true");
        context.addServlet(holder, "/api/*");
        server.setHandler(context);
        start();
        address = "http://127.0.0.1:" + connector.getLocalPort();
    }

    private Api api(Peers peers) {
        return new Api(
            new IspArea(registrations.service, sessions.service, staff.service, apiKeys.service, settings.service, audit.service),
            new TradeArea(
                new CatalogueArea(packages.service, addOns.service, coupons.service, taxes.service),
                new SubscriberArea(subscribers.service, imports.service, customFields.service),
                new SubscriptionArea(subscriptions.service, routers.service, extras.service, usage.service),
                new MoneyArea(bills.service, billRuns.service, policies.service, papers.service, payments.service, figures.service),
                new LedgerArea(ledger.service, papers.service),
                new ForesightArea(cutOffs.service, shadow.service)),
            new VoucherArea(vouchers.service),
            new OutsideArea(routers.service, plugins.service, messages.service, inbox.service),
            new OperatorArea(operators.service, operatorAccounts.service),
            new Edge(sessions.service, operators.service, peers, store));
    }

    private Caller known(String bearer) {
        if (!bearer.equals(OWNER)) throw new Unauthenticated("no such session or key");
        return caller;
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** As the owner, with JSON, unless the headers say otherwise; a header with an empty value is left out. */
    public Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.setHeader("Authorization", "Bearer " + OWNER);
        if (body != null) request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public record Reply(int status, String body, HttpResponse<String> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return Json.mapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
