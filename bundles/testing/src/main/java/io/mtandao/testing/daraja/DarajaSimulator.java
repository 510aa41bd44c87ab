package io.mtandao.testing.daraja;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Safaricom's Daraja on loopback: OAuth, STK push and query, C2B. Any app and any short code are served until {@link #app} or {@link #merchant} names
 * the ones that exist. Alone: {@code java … DarajaSimulator 8201}; a person then pays with
 * {@code curl -d '{"shortCode":"600100","account":"A-1","amount":"1500"}' http://127.0.0.1:8201/simulator/pay}.
 */
public final class DarajaSimulator extends SimulatedVendor {
    private final AccessTokens tokens;
    private final StkExpress stk;
    private final CustomerPayments customers;

    public DarajaSimulator() {
        this(0, Clock.systemUTC());
    }

    public DarajaSimulator(int port, Clock clock) {
        super(port);
        VendorSeries series = new VendorSeries(clock);
        tokens = new AccessTokens(clock);
        stk = new StkExpress(series, callbacks());
        customers = new CustomerPayments(series, callbacks());
        open();
    }

    public static void main(String[] args) throws InterruptedException {
        try (DarajaSimulator daraja = new DarajaSimulator(args.length > 0 ? Integer.parseInt(args[0]) : 8201, Clock.systemUTC())) {
            daraja.subscribersThink(Duration.ofSeconds(5));
            System.out.println("Daraja is played at " + daraja.url());
            Thread.currentThread().join();
        }
    }

    /** @param maskedPhone as the vendor shows it */
    public record Payer(String maskedPhone, String firstName, String middleName, String lastName) {}

    /** @param code "0" or why it was refused @param transId the receipt */
    public record Settlement(boolean paid, String code, String transId) {}

    public void app(String consumerKey, String consumerSecret) {
        tokens.app(consumerKey, consumerSecret);
    }

    public void merchant(String shortCode, String passkey) {
        stk.merchant(shortCode, passkey);
    }

    public void tokenLife(Duration life) {
        tokens.life = life;
    }

    /** Every token out there stops holding. @param odd404 whether that is told by 404.001.03 instead of 401.003.01 */
    public void expireTokens(boolean odd404) {
        tokens.odd404 = odd404;
        tokens.expireAll();
    }

    /** @param phone as on the wire, 2547… */
    public void subscriber(String phone, SubscriberBehaviour behaviour) {
        stk.subscriber(phone, behaviour);
    }

    /** All who were not named. */
    public void subscribers(SubscriberBehaviour behaviour) {
        stk.others = behaviour;
    }

    public void subscribersThink(Duration time) {
        stk.thinking = time;
    }

    /** Nobody answers a prompt until {@link #subscribersAnswer()}. */
    public void subscribersWait() {
        stk.held = true;
    }

    public void subscribersAnswer() {
        stk.answerHeld();
    }

    /** The next STK callback says something else than what happened. */
    public void forgeNext(UnaryOperator<ObjectNode> stkCallback) {
        stk.forge(callback -> {
            stkCallback.apply((ObjectNode) callback.path("Body").path("stkCallback"));
            return callback;
        });
    }

    public void forgeAmount(double amount) {
        forgeNext(callback -> ((ObjectNode) callback.path("CallbackMetadata").path("Item").get(0)).put("Value", amount));
    }

    public void forgeResultCode(int code) {
        forgeNext(callback -> callback.put("ResultCode", code));
    }

    public List<StkPrompt> prompts() {
        return stk.prompts();
    }

    /** As in production: a short code's URLs are registered once. */
    public void registerOnce() {
        customers.once = true;
    }

    public void externalValidation(boolean on) {
        customers.externalValidation = on;
    }

    /** Somebody pays by hand. Returns after the validation; the confirmation follows as {@link #callbacks()} are told. @param account empty for a till */
    public Settlement pay(String shortCode, String account, String amount) {
        return pay(shortCode, account, amount, new Payer("25470****149", "JANE", "", "WANJIKU"));
    }

    public Settlement pay(String shortCode, String account, String amount, Payer payer) {
        return customers.pay(shortCode, account, amount, payer);
    }

    @Override
    protected Answer answer(Received request) {
        try {
            return switch (request.path()) {
                case "/oauth/v1/generate" -> tokens.generate(request);
                case "/mpesa/stkpush/v1/processrequest" -> stk.push(request.json(), tokens.require(request));
                case "/mpesa/stkpushquery/v1/query" -> authorised(request, () -> stk.query(request.json()));
                case "/mpesa/c2b/v1/registerurl", "/mpesa/c2b/v2/registerurl" -> authorised(request, () -> customers.register(request.json()));
                case "/simulator/pay" -> payByHand(request.json());
                default -> throw new DarajaError(404, "404.001.01", "Resource not found");
            };
        } catch (DarajaError e) {
            return e.answer();
        }
    }

    /** The vendor takes no callback address with these words in it. */
    static boolean isCallable(String url) {
        String low = url.toLowerCase(Locale.ROOT);
        return low.startsWith("http") && Stream.of("mpesa", "safaricom", "exe", "cmd", "sql", "query").noneMatch(low::contains);
    }

    private Answer authorised(Received request, Supplier<Answer> work) {
        tokens.require(request);
        return work.get();
    }

    private Answer payByHand(JsonNode order) {
        Settlement settlement = pay(order.path("shortCode").asText(), order.path("account").asText(), order.path("amount").asText());
        return Answer.json(200, Map.of("paid", settlement.paid(), "code", settlement.code(), "transId", settlement.transId()));
    }
}
