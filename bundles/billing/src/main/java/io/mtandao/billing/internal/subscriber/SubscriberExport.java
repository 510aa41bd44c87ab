package io.mtandao.billing.internal.subscriber;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.TagRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.AmountText;
import io.mtandao.billing.internal.rules.CsvCell;
import io.mtandao.billing.internal.rules.ExpiryText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Subscribers as a file that the import reads again: a line per subscription that is not cancelled, at least one per subscriber. The balance stands
 * on a subscriber's first line only, and is that of the own wallet also where another pays, so that no money comes in twice; PPPoE passwords do not leave
 * the house. What stands after the state is for people: the import passes it over.
 */
final class SubscriberExport {
    private static final String[] HEAD = {"Name", "Phone", "E-mail", "Account", "Location", "Package", "Price", "PPPoE user", "Expiry", "Wallet balance", "Notes",
        "State", "Building", "Unit", "Zone", "Tags"};
    private static final int PAGE = 500;
    private final BillingDesk desk;

    SubscriberExport(BillingDesk desk) {
        this.desk = desk;
    }

    /** Nothing is kept in memory beyond a page, and no database connection is held while a slow reader takes its time. */
    void write(Caller caller, ListQuery query, Writer out) throws IOException {
        // spreadsheets take a file without the mark for a Windows code page
        out.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(out);
        csv.writeRecord(HEAD);
        ListQuery next = query.withLimit(PAGE);
        do {
            ListQuery asked = next;
            Page<List<String[]>> page = desk.open(caller, d -> page(d, asked));
            for (List<String[]> lines : page.items()) for (String[] line : lines) csv.writeRecord(line);
            csv.flush();
            next = page.next() == null ? null : asked.after(page.next());
        } while (next != null);
    }

    private static Page<List<String[]>> page(Desk d, ListQuery query) {
        Page<SubscriberRow> rows = SubscriberViews.LISTING.page(d.em(), query, s -> s);
        List<Long> ids = rows.items().stream().map(SubscriberRow::getId).toList();
        Map<Long, WalletRow> wallets = d.ofIds(WalletRow.class, "subscriberId", ids).stream()
            .collect(Collectors.toMap(WalletRow::getSubscriberId, Function.identity()));
        Map<Long, List<SubscriptionRow>> subscriptions = d.ofIds(SubscriptionRow.class, "subscriberId", ids).stream()
            .filter(s -> !s.isCancelled()).collect(Collectors.groupingBy(SubscriptionRow::getSubscriberId));
        List<Long> packageIds = subscriptions.values().stream().flatMap(List::stream).map(SubscriptionRow::getPackageId).distinct().toList();
        Map<Long, PackageRow> packages = d.all(PackageRow.class, packageIds).stream().collect(Collectors.toMap(PackageRow::getId, Function.identity()));
        Map<Long, List<String>> tags = d.ofIds(TagRow.class, "subscriberId", ids).stream()
            .collect(Collectors.groupingBy(TagRow::getSubscriberId, Collectors.mapping(TagRow::getTag, Collectors.toList())));
        return rows.map(s -> lines(d, s, wallets.get(s.getId()), subscriptions.getOrDefault(s.getId(), List.of()), packages,
            String.join(", ", tags.getOrDefault(s.getId(), List.of()))));
    }

    private static List<String[]> lines(Desk d, SubscriberRow s, WalletRow wallet, List<SubscriptionRow> subscriptions, Map<Long, PackageRow> packages,
            String tags) {
        String balance = AmountText.format(d.money(wallet.getBalance()));
        if (subscriptions.isEmpty()) return List.<String[]>of(line(s, "", "", "", "", balance, "", tags));
        List<String[]> lines = new ArrayList<>();
        for (SubscriptionRow x : subscriptions) {
            PackageRow p = packages.get(x.getPackageId());
            lines.add(line(s, p.getName(), p.isPriced() ? AmountText.format(p.getPrice()) : "", x.getPppoeUser(),
                x.getExpiresAt() == null ? "" : ExpiryText.format(x.getExpiresAt(), d.zone()), lines.isEmpty() ? balance : "",
                x.getState().name().toLowerCase(Locale.ROOT), tags));
        }
        return lines;
    }

    private static String[] line(SubscriberRow s, String pack, String price, String user, String expiry, String balance, String state,
            String tags) {
        String[] cells = {s.getName(), s.getPhone(), s.getEmail(), s.getAccount(), s.getPlace(), pack, price, user, expiry, balance, s.getNotes(), state,
            s.getBuilding(), s.getUnit(), s.getZone(), tags};
        return Arrays.stream(cells).map(CsvCell::disarm).toArray(String[]::new);
    }
}
