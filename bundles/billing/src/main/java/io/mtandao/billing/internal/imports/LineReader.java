package io.mtandao.billing.internal.imports;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.billing.internal.imports.ImportLine.Service;
import io.mtandao.billing.internal.rules.AmountText;
import io.mtandao.billing.internal.rules.CsvCell;
import io.mtandao.billing.internal.rules.ExpiryText;
import io.mtandao.billing.internal.rules.PppoeName;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** From cells to a line: reads every cell and keeps every fault, so that one look at the preview is enough. */
record LineReader(String region, String currency, ZoneId zone) {
    private static final Map<String, String> LABELS = Map.of("email", "e-mail", "accountNumber", "account", "expiresAt", "expiry", "pppoeUser", "PPPoE user");

    ImportLine ofSheet(CsvSheet.Row row, List<Target> targets) {
        Map<Target, String> cells = new EnumMap<>(Target.class);
        for (int i = 0; i < targets.size(); i++) cells.put(targets.get(i), row.cell(i));
        List<String> faults = new ArrayList<>();
        String name = cells.getOrDefault(Target.NAME, "");
        if (CsvCell.isFormula(name.strip())) faults.add("name is a spreadsheet formula");
        // a password is not a cell that our export wrote, so it is taken as it stands
        cells.replaceAll((target, cell) -> target == Target.PPPOE_PASSWORD ? cell : CsvCell.rearm(cell));
        return read(row.number(), cells, null, faults);
    }

    /** @param allowed whether the router lets the user on */
    ImportLine ofRouter(int number, Map<Target, String> cells, boolean allowed, List<String> faults) {
        return read(number, cells, allowed, new ArrayList<>(faults));
    }

    private ImportLine read(int number, Map<Target, String> cells, Boolean allowed, List<String> faults) {
        Draft draft = new Draft(cells.get(Target.NAME), cells.get(Target.PHONE), cells.get(Target.EMAIL), cells.get(Target.ACCOUNT), cells.get(Target.PLACE),
            cells.get(Target.NOTES));
        SubscriberFacts facts = tried(() -> SubscriberFacts.check(draft, region), faults);
        String typedUser = text(cells, Target.PPPOE_USER);
        String user = typedUser == null ? null : tried(() -> PppoeName.checked(typedUser), faults);
        var price = tried(() -> AmountText.parse(cells.get(Target.PRICE), currency, "price"), faults);
        if (price != null && price.isNegative()) faults.add("price must not be negative");
        var expiry = tried(() -> ExpiryText.parse(cells.get(Target.EXPIRY), zone), faults);
        var balance = tried(() -> AmountText.parse(cells.get(Target.BALANCE), currency, "balance"), faults);
        if (faults.isEmpty() && facts.account() == null && user == null)
            faults.add("an account number or a PPPoE user must be given, so that the line is recognised again");
        String pack = text(cells, Target.PACKAGE);
        if (pack != null && pack.length() > 100) faults.add("package at most 100 characters");
        String password = allowed == null ? text(cells, Target.PPPOE_PASSWORD) : cells.get(Target.PPPOE_PASSWORD);
        Service service = new Service(pack, price, user, password, expiry, allowed);
        return new ImportLine(number, shown(cells, Target.NAME), shown(cells, Target.ACCOUNT), facts, service, balance, List.copyOf(faults));
    }

    private static <T> T tried(Supplier<T> parse, List<String> faults) {
        try {
            return parse.get();
        } catch (Invalid e) {
            e.fields().forEach((field, text) -> faults.add(LABELS.getOrDefault(field, field) + " " + text));
            return null;
        }
    }

    private static String text(Map<Target, String> cells, Target t) {
        String cell = cells.get(t);
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    private static String shown(Map<Target, String> cells, Target t) {
        String cell = cells.getOrDefault(t, "");
        return cell == null ? "" : cell.strip();
    }

    static String label(Target t) {
        return t.name().toLowerCase(java.util.Locale.ROOT).replace("pppoe_", "PPPoE ").replace('_', ' ');
    }
}
