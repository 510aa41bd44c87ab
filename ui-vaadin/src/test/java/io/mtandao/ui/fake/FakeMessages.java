package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages and templates in memory. */
public final class FakeMessages implements Messages {
    public final List<Message> all = new ArrayList<>();
    public final List<Template> templates = new ArrayList<>();

    public FakeMessages() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", "the subscriber's name");
        words.put("amount", "what was paid");
        words.put("balance", "what is in the wallet");
        words.put("expiry", "paid until");
        templates.add(new Template("payment-received", 1, true, "Hello {{name}}, we received {{amount}}. Your internet is on until {{expiry}}.", "payment_received", words));
        templates.add(new Template("about-to-expire", 1, true, "Hello {{name}}, your internet ends on {{expiry}}. Pay to stay online.", null, words));
        templates.add(new Template("message", 1, false, "{{text}}", null, words));
    }

    public FakeMessages fill() {
        State[] states = {State.DELIVERED, State.SENT, State.FAILED, State.READ, State.QUEUED, State.UNKNOWN};
        for (int i = 0; i < 30; i++) {
            Instant at = Instant.now().minusSeconds(600L * i);
            State s = states[i % states.length];
            all.add(new Message(i + 1, i % 3 == 1 ? Channel.WHATSAPP : Channel.SMS, "+2547120000" + (10 + i), (long) i % 5 + 1, i % 2 == 0 ? "payment-received" : "about-to-expire",
                "Hello Grace, we received KES 1,500.00. Your internet is on until 22 Dec 2026.", s, "africastalking", s == State.FAILED ? "InsufficientBalance" : "Success, KES 0.80", 1, at,
                s == State.QUEUED ? null : at.plusSeconds(2), s == State.DELIVERED || s == State.READ ? at.plusSeconds(9) : null));
        }
        return this;
    }

    private boolean fits(ListQuery q, Message m) {
        return Lists.is(q, "subscriberId", m.subscriberId()) && Lists.is(q, "channel", m.channel()) && Lists.is(q, "state", m.state()) && Lists.has(q.search(), m.to(), m.text());
    }

    @Override
    public Page<Message> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, m -> fits(q, m));
    }

    @Override
    public long count(Caller caller, ListQuery q) {
        return all.stream().filter(m -> fits(q, m)).count();
    }

    @Override
    public Message get(Caller caller, long id) {
        return all.stream().filter(m -> m.id() == id).findFirst().orElseThrow(() -> new NotFound("message"));
    }

    @Override
    public Message send(Caller caller, long subscriberId, String text) {
        Message m = new Message(all.size() + 1L, Channel.SMS, "+254712000000", subscriberId, "message", text, State.QUEUED, null, null, 0, Instant.now(), null, null);
        all.add(0, m);
        return m;
    }

    @Override
    public boolean mail(Caller system, String to, String subject, String text, String dedupeKey) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public List<Template> templates(Caller caller) {
        return List.copyOf(templates);
    }

    @Override
    public Template updateTemplate(Caller caller, String event, int version, boolean enabled, String text, String whatsAppTemplate) {
        Template o = templates.stream().filter(x -> x.event().equals(event)).findFirst().orElseThrow(() -> new NotFound("template"));
        Template n = new Template(event, version + 1, enabled, text, whatsAppTemplate, o.words());
        templates.set(templates.indexOf(o), n);
        return n;
    }

    @Override
    public String preview(Caller caller, String text) {
        return text.replace("{{name}}", "Grace Muthoni").replace("{{amount}}", "KES 1,500.00").replace("{{expiry}}", "22 Dec 2026").replace("{{balance}}", "KES 0.00");
    }
}
