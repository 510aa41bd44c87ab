package io.mtandao.plugin.mpesa.internal;

import io.mtandao.api.Invalid;
import io.mtandao.plugin.mpesa.internal.DarajaClient.App;
import io.mtandao.spi.Callback;
import io.mtandao.spi.CallbackQuestions;
import io.mtandao.spi.Health;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.spi.payment.PaymentNotice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** M-Pesa of Safaricom by its Daraja API: prompts on the payer's phone (STK push), and money that people send by themselves (C2B). */
@Component(service = PaymentMethod.class, configurationPid = MpesaOperator.PID)
@Designate(ocd = MpesaOperator.class)
public final class MpesaPayment implements PaymentMethod<MpesaSettings>, CallbackQuestions<MpesaSettings> {
    static final String STK = "stk";
    static final String VALIDATION = "validation";
    static final String CONFIRMATION = "confirmation";
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,7}");
    private static final String JSON = "application/json";
    private static final String ACCEPTED = "{\"ResultCode\":0,\"ResultDesc\":\"Accepted\"}";

    private final MpesaOperator operator;
    private final DarajaClient daraja;
    private final Clock clock;

    @Activate
    public MpesaPayment(MpesaOperator operator) {
        this(operator, Clock.systemUTC());
    }

    MpesaPayment(MpesaOperator operator, Clock clock) {
        this.operator = operator;
        this.clock = clock;
        this.daraja = new DarajaClient(Duration.ofMillis(operator.connectMillis()), Duration.ofMillis(operator.replyMillis()), clock);
    }

    @Override
    public PluginDescription describe() {
        return new PluginDescription("mpesa", "M-Pesa", "Subscribers pay from their phone: by a prompt, or to your pay bill or till number",
            "vaadin:mobile",
            Set.of(PUSH, CALLBACK), List.of(URI.create(operator.productionUrl()).getHost(), URI.create(operator.sandboxUrl()).getHost()), List.of(),
            List.of(Callback.notice(STK, 200, JSON, ACCEPTED), Callback.notice(CONFIRMATION, 200, JSON, ACCEPTED),
                // a payer is not sent away because we were slow
                Callback.question(VALIDATION, 200, JSON, ValidationReply.ACCEPTED)));
    }

    @Override
    public Class<MpesaSettings> settingsType() {
        return MpesaSettings.class;
    }

    @Override
    public Map<String, String> faults(MpesaSettings settings) {
        boolean till = settings.payTo().equals(MpesaSettings.TILL);
        return new Invalid.Check()
            .that(SHORT_CODE.matcher(settings.shortCode().strip()).matches(), "shortCode", "must have five to seven digits" + (till ? ": of a till the store number" : ""))
            .that(!till || SHORT_CODE.matcher(settings.till().strip()).matches(), "till", "must have five to seven digits, as your short code is a till")
            .that(!settings.consumerKey().strip().contains(" "), "consumerKey", "must be one word, copied from your app on developer.safaricom.co.ke")
            .wrong();
    }

    @Override
    public Prompt push(TenantContext<MpesaSettings> context, PushOrder order) {
        DarajaReply reply = daraja.post(app(context), "/mpesa/stkpush/v1/processrequest", StkRequest.push(context, order, clock.instant()),
            Outcome.UNKNOWN);
        if (reply.status() != 200 || !reply.json().path("ResponseCode").asText().equals("0")) throw DarajaRefusal.of(reply, Outcome.UNKNOWN);
        String providerRef = TolerantJson.text(reply.json().path("CheckoutRequestID"));
        if (providerRef.isEmpty()) throw new VendorProblem(Outcome.UNKNOWN, "M-Pesa accepted the request without saying by which number to ask for it");
        return new Prompt(providerRef, "A request is on its way to " + order.phone() + "; it is confirmed there with the M-Pesa PIN");
    }

    @Override
    public PushState query(TenantContext<MpesaSettings> context, String providerRef) {
        DarajaReply reply = daraja.post(app(context), "/mpesa/stkpushquery/v1/query",
            StkRequest.query(context.settings(), providerRef, clock.instant()), Outcome.RETRY);
        if (reply.errorCode().equals(DarajaRefusal.PROCESSING_OR_CREDENTIALS) && !DarajaRefusal.blamesCredentials(reply)) return pending();
        if (reply.status() != 200 || !reply.json().isObject()) throw DarajaRefusal.of(reply, Outcome.RETRY);
        String code = TolerantJson.text(reply.json().path("ResultCode"));
        return switch (code) {
            // 4999: still being processed, seen in place of the error above
            case "", "4999" -> pending();
            // the query never tells the receipt
            case "0" -> new PushState(PushState.State.PAID, null, ResultTexts.of(code, ""));
            default -> new PushState(PushState.State.FAILED, null, ResultTexts.of(code, TolerantJson.text(reply.json().path("ResultDesc"))));
        };
    }

    @Override
    public List<PaymentNotice> interpret(TenantContext<MpesaSettings> context, RawCallback callback) {
        return switch (callback.purpose()) {
            case STK -> List.of(MpesaCallbacks.stk(callback));
            case CONFIRMATION -> List.of(MpesaCallbacks.customerPayment(context.settings(), callback));
            // a validation moves no money
            default -> List.of();
        };
    }

    @Override
    public Optional<PayTo> payTo(TenantContext<MpesaSettings> context) {
        boolean till = context.settings().payTo().equals(MpesaSettings.TILL);
        String number = (till ? context.settings().till() : context.settings().shortCode()).strip();
        // at a till nobody is asked for an account
        return number.isEmpty() ? Optional.empty() : Optional.of(new PayTo((till ? "Till " : "Paybill ") + number, !till));
    }

    @Override
    public Reply answer(TenantContext<MpesaSettings> context, RawCallback question, Accounts accounts) {
        return new Reply(200, JSON, ValidationReply.to(context.settings(), question, accounts));
    }

    @Override
    public Health test(TenantContext<MpesaSettings> context) {
        MpesaSettings settings = context.settings();
        try {
            StkRequest.callable(context.callbackUrl(STK));
            App app = app(context);
            daraja.token(app);
            String works = "Daraja (" + settings.environment() + ") accepts this app. ";
            return settings.registerUrls() ? register(context, app, works) : Health.ok(works + "Registering the callback addresses is switched off");
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    private Health register(TenantContext<MpesaSettings> context, App app, String works) {
        DarajaReply reply = daraja.post(app, "/mpesa/c2b/" + operator.c2bVersion() + "/registerurl",
            Map.of("ShortCode", context.settings().shortCode().strip(),
            "ResponseType", context.settings().ifNoAnswer(), "ConfirmationURL", StkRequest.callable(context.callbackUrl(CONFIRMATION)),
            "ValidationURL", StkRequest.callable(context.callbackUrl(VALIDATION))), Outcome.RETRY);
        // "0", and in some answers a row of them
        boolean done = reply.status() == 200 && reply.json().path("ResponseCode").asText().matches("0+");
        return new Health(done, works + "Registering the callback addresses: " + reply.text());
    }

    private App app(TenantContext<MpesaSettings> context) {
        MpesaSettings settings = context.settings();
        String url = settings.environment().equals(MpesaSettings.SANDBOX) ? operator.sandboxUrl() : operator.productionUrl();
        return new App(url, settings.consumerKey().strip(), settings.consumerSecret().strip());
    }

    private static PushState pending() {
        return new PushState(PushState.State.PENDING, null, "Waiting for the answer on the phone");
    }
}
