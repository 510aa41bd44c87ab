package io.mtandao.ui.fake;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits at commas; every line without a name is bad. */
public final class FakeImports implements SubscriberImports {
    public boolean ran;

    private static List<List<String>> lines(byte[] csv) {
        return Arrays.stream(new String(csv, StandardCharsets.UTF_8).replace("\uFEFF", "").split("\\R")).map(l -> Arrays.asList(l.split(",", -1))).toList();
    }

    @Override
    public Sheet look(Caller caller, byte[] csv) {
        if (csv.length == 0) throw Invalid.field("csv", "the file is empty");
        List<List<String>> all = lines(csv);
        Map<String, Target> mapping = new LinkedHashMap<>();
        for (String c : all.get(0)) mapping.put(c, guess(c));
        return new Sheet(all.get(0), mapping, all.subList(1, Math.min(all.size(), 4)), all.size() - 1);
    }

    private static Target guess(String column) {
        return switch (column.toLowerCase(java.util.Locale.ROOT)) {
            case "name" -> Target.NAME;
            case "phone" -> Target.PHONE;
            case "e-mail" -> Target.EMAIL;
            case "account" -> Target.ACCOUNT;
            case "location" -> Target.PLACE;
            case "package" -> Target.PACKAGE;
            case "price (kes)" -> Target.PRICE;
            case "pppoe user" -> Target.PPPOE_USER;
            case "pppoe password" -> Target.PPPOE_PASSWORD;
            case "expiry" -> Target.EXPIRY;
            case "wallet balance" -> Target.BALANCE;
            case "notes" -> Target.NOTES;
            default -> Target.IGNORE;
        };
    }

    @Override
    public Preview preview(Caller caller, Request r) {
        List<Line> out = new ArrayList<>();
        List<List<String>> all = r.csv() == null ? List.of(List.of("Name"), List.of("Grace Muthoni"), List.of("")) : lines(r.csv());
        for (int i = 1; i < all.size(); i++) {
            String name = all.get(i).get(0);
            if (name.isBlank()) out.add(0, new Line(i + 1, Line.State.BAD, null, null, "no name"));
            else if (!ran) out.add(new Line(i + 1, Line.State.NEW, name, all.get(i).size() > 3 ? all.get(i).get(3) : null, "Home 5M, paid until 1 Jan 2027"));
        }
        int bad = (int) out.stream().filter(l -> l.state() == Line.State.BAD).count();
        return new Preview(all.size() - 1, out.size() - bad, 0, all.size() - 1 - out.size(), bad, r.makePackages() ? List.of("Home 15M", "Lite 3M") : List.of(), out);
    }

    @Override
    public Result run(Caller caller, Request r, Mode mode) {
        Preview p = preview(caller, r);
        ran = true;
        return new Result(p.fresh(), p.changed(), p.same(), p.bad(), p.packagesToMake(), p.lines().stream().filter(l -> l.state() == Line.State.BAD).toList());
    }
}
