package io.mtandao.paper.internal.kit;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Details;
import io.mtandao.api.billing.Bill.Line;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.tenant.TenantSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** Bills, subscribers and ISPs as they are in Kenya and next door. */
public final class Samples {
    public static final Instant ISSUED = Instant.parse("2026-11-01T05:00:00Z");
    public static final Instant DUE = Instant.parse("2026-11-15T05:00:00Z");
    /** November in Nairobi. */
    public static final Instant FROM = Instant.parse("2026-10-31T21:00:00Z");
    public static final Instant TO = Instant.parse("2026-11-30T21:00:00Z");

    private Samples() {}

    public static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    public static TenantSettings isp(String language, String logo, String colour) {
        return new TenantSettings(1, "Savanna Net", "savanna", null, "KE", "KES", "Africa/Nairobi", language, "VAT", 1600, 365, logo, colour,
            "+254700111222", "help@savanna.example", "sms");
    }

    public static Subscriber subscriber(long id, String name, String account) {
        return new Subscriber(id, 1, name, "+254712345678", null, account, "Kilimani, Plot 7", null, kes(0), ISSUED);
    }

    public static Line line(String text, int quantity, long unit, long amount, long tax) {
        return new Line(Line.Kind.PACKAGE, text, quantity, kes(unit), kes(amount), kes(tax), tax == 0 ? null : "VAT 16 %");
    }

    /** A postpaid bill of KES 1,500 with its tax inside, all of it open. */
    public static Bill bill() {
        return bill(List.of(line("Home 10M, November 2026", 1, 150_000, 150_000, 20_690)), Bill.State.OPEN, 0, 0);
    }

    public static Bill bill(List<Line> lines, Bill.State state, long paid, long credited) {
        String currency = lines.isEmpty() ? "KES" : lines.get(0).amount().currency();
        Money total = lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
        Money tax = lines.stream().map(Line::tax).reduce(Money.zero(currency), Money::plus);
        Details details = new Details(Bill.Kind.BILL, true, 7, total.minus(tax), tax, Money.of(paid, currency), Money.of(credited, currency), null,
            state == Bill.State.VOID ? "billed twice by hand" : null, null);
        Instant paidAt = state == Bill.State.PAID ? Instant.parse("2026-11-03T09:30:00Z") : null;
        return new Bill(42, 1, "B-000123", 7, "Grace Muthoni", 9L, FROM, TO, total, state, ISSUED, DUE, paidAt, lines, details);
    }

    public static Bill creditNote() {
        List<Line> lines = List.of(new Line(Line.Kind.CREDIT, "Two days without service, 4 and 5 November", 1, kes(10_000), kes(10_000), kes(1_379),
            "VAT 16 %"));
        Details details = new Details(Bill.Kind.CREDIT_NOTE, true, 7, kes(8_621), kes(1_379), kes(0), kes(0), 42L, "outage in Kilimani", null);
        return new Bill(43, 1, "C-000007", 7, "Grace Muthoni", 9L, null, null, kes(10_000), Bill.State.CREDITED, ISSUED, null, null, lines, details);
    }

    public static List<Line> lines(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String more = i % 3 == 0 ? "which has a second router in the annex behind the house" : "November";
            lines.add(line("Line " + i + ": a public address for branch " + i + ", " + more, 1, 11_600, 11_600, 1_600));
        }
        return lines;
    }

    public static Statement statement(int movements) {
        List<WalletEntry> entries = new ArrayList<>();
        long balance = 25_000, in = 0, out = 0;
        for (int i = 0; i < movements; i++) {
            long amount = i % 2 == 0 ? -150_000 : 100_000;
            balance += amount;
            if (amount > 0) in += amount;
            else out -= amount;
            entries.add(new WalletEntry(i + 1, FROM.plusSeconds(3_600L * (i + 1)), i % 2 == 0 ? "Bill B-" + (100 + i) : "M-Pesa TKM" + (100 + i),
                kes(amount), kes(balance), "bill", "" + i));
        }
        return new Statement(7, "Grace Muthoni", "1001", FROM, TO, kes(25_000), entries, kes(in), kes(out), kes(balance));
    }

    /** A red square with a blue one in it. */
    public static String logo(String format) {
        BufferedImage picture = new BufferedImage(60, 60, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, 60, 60);
        g.setColor(Color.BLUE);
        g.fillRect(20, 20, 20, 20);
        g.dispose();
        return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(encoded(picture, format));
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
