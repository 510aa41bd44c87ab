package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.extension.Plugins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plugins in memory. */
public final class FakePlugins implements Plugins {
    public final List<Plugin> all = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public FakePlugins() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("sandbox", "Sandbox");
        env.put("production", "Production");
        add("mpesa", "payment", "M-Pesa", "Paybill and till by Safaricom's Daraja: asks for money by phone and books what arrives.", "vaadin:mobile", List.of("push", "callback"),
            List.of(new Field("environment", "Environment", "Sandbox moves no money", "option", true, "sandbox", env), new Field("short.code", "Short code", "Paybill or till number", "integer", true, null, Map.of()),
                new Field("consumer.key", "Consumer key", "From the Daraja portal", "text", true, null, Map.of()), new Field("consumer.secret", "Consumer secret", null, "password", true, null, Map.of()),
                new Field("passkey", "Passkey", "For the prompt on the phone (STK)", "password", true, null, Map.of()), new Field("till", "This is a till (buy goods)", null, "boolean", false, "false", Map.of())),
            Map.of("confirm", "https://mtandao.example.com/hooks/Zx81kQ0pW3/confirm", "validate", "https://mtandao.example.com/hooks/Zx81kQ0pW3/validate"));
        add("cash", "payment", "Cash at the desk", "Staff takes money and books it with the number of the receipt.", "vaadin:cash", List.of("desk"), List.of(), Map.of());
        add("africastalking", "sms", "Africa's Talking", "Text messages with delivery reports.", "vaadin:comment", List.of(), List.of(new Field("username", "User name", null, "text", true, null, Map.of()),
            new Field("api.key", "API key", null, "password", true, null, Map.of()), new Field("sender", "Sender id", "Leave empty for the shared short code", "text", false, null, Map.of())), Map.of("delivery",
            "https://mtandao.example.com/hooks/Bq55mR2sT9/delivery"));
        add("sms-http", "sms", "HTTP gateway", "Any gateway that takes a message by one HTTP call.", "vaadin:globe-wire", List.of(), List.of(new Field("url", "Address", null, "text", true, null, Map.of())), Map.of());
        add("whatsapp-cloud", "whatsapp", "WhatsApp Cloud", "Approved templates by Meta's Cloud API.", "vaadin:chat", List.of(), List.of(new Field("token", "Access token", null, "password", true, null, Map.of())), Map.of());
        add("mail-smtp", "mail", "SMTP", "Your own mail server.", "vaadin:envelope", List.of(), List.of(new Field("host", "Server", null, "text", true, null, Map.of())), Map.of());
        add("mikrotik", "network", "MikroTik RouterOS", "PPPoE by the RouterOS API, with TLS.", "vaadin:server", List.of(), List.of(), Map.of());
    }

    public FakePlugins fill() {
        configure(null, "mpesa", true, Map.of("environment", "sandbox", "short.code", "174379", "consumer.key", "k3y", "consumer.secret", "s", "passkey", "p"));
        configure(null, "cash", true, Map.of());
        configure(null, "africastalking", true, Map.of("username", "sandbox", "api.key", "x"));
        configure(null, "sms-http", true, Map.of("url", "https://sms.example.com"));
        configure(null, "mikrotik", true, Map.of());
        Plugin s = get(null, "sms-http", null);
        put(new Plugin(s.id(), s.kind(), s.version(), s.name(), s.summary(), s.icon(), s.capabilities(), State.AWAY, true, s.order(), s.fields(), s.settings(), s.secretsSet(), s.callbackUrls(), null));
        return this;
    }

    public void add(String id, String kind, String name, String summary, String icon, List<String> capabilities, List<Field> fields, Map<String, String> callbacks) {
        all.add(new Plugin(id, kind, "0.1.0", name, summary, icon, capabilities, State.AVAILABLE, false, all.size(), fields, Map.of(), List.of(), callbacks, null));
        listeners.forEach(Runnable::run);
    }

    public void remove(String id) {
        all.removeIf(p -> p.id().equals(id));
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<Plugin> list(Caller caller, Locale locale) {
        return all.stream().sorted(Comparator.comparing(Plugin::order)).toList();
    }

    @Override
    public Plugin get(Caller caller, String id, Locale locale) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("plugin"));
    }

    @Override
    public Plugin configure(Caller caller, String id, boolean enabled, Map<String, String> settings) {
        Plugin p = get(caller, id, null);
        Map<String, String> plain = new HashMap<>();
        List<String> secrets = new ArrayList<>(p.secretsSet());
        Map<String, String> wrong = new HashMap<>();
        for (Field f : p.fields()) {
            String v = settings.get(f.id());
            if (f.type().equals("password")) {
                if (v != null && v.isEmpty()) secrets.remove(f.id());
                else if (v != null && !secrets.contains(f.id())) secrets.add(f.id());
                if (f.required() && !secrets.contains(f.id())) wrong.put(f.id(), "must be given");
            } else {
                if (v != null && !v.isBlank()) plain.put(f.id(), v);
                if (f.required() && (v == null || v.isBlank())) wrong.put(f.id(), "must be given");
            }
        }
        if (enabled && !wrong.isEmpty()) throw new Invalid(wrong);
        return put(new Plugin(p.id(), p.kind(), p.version(), p.name(), p.summary(), p.icon(), p.capabilities(), enabled ? State.ENABLED : State.AVAILABLE, enabled, p.order(), p.fields(), plain, secrets,
            p.callbackUrls(), null));
    }

    private Plugin put(Plugin p) {
        all.replaceAll(x -> x.id().equals(p.id()) ? p : x);
        return p;
    }

    @Override
    public TestResult test(Caller caller, String id) {
        return id.equals("mpesa") ? new TestResult(true, "Daraja gave a token for short code 174379", 412) : new TestResult(false, "401 from the gateway: check the API key", 95);
    }

    @Override
    public void order(Caller caller, String kind, List<String> ids) {
        List<Integer> places = all.stream().filter(p -> ids.contains(p.id())).map(Plugin::order).sorted().toList();
        all.replaceAll(p -> ids.contains(p.id()) ? new Plugin(p.id(), p.kind(), p.version(), p.name(), p.summary(), p.icon(), p.capabilities(), p.state(), p.enabled(), places.get(ids.indexOf(p.id())),
            p.fields(), p.settings(), p.secretsSet(), p.callbackUrls(), p.trouble()) : p);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public int listeners() {
        return listeners.size();
    }
}
