package io.mtandao.billing.internal.charge;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Extras.Item;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.AddOnRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ItemRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.ChargeRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** What a subscription pays beside its package, written by hand or from an add-on. Whoever changes holds the lock of the wallet that pays. */
@Component(service = ExtraItems.class)
public final class ExtraItems {
    /** Of those that are billed or ended; all that are open are shown. */
    private static final int SHOWN_CLOSED = 100;

    List<Item> of(Desk d, long subscriptionId) {
        List<ItemRow> rows = new ArrayList<>(d.ofIds(ItemRow.class, "subscriptionId", List.of(subscriptionId), "e.open = ?3", true));
        rows.addAll(d.em().createQuery("select i from ItemRow i where i.subscriptionId = ?1 and i.open = ?2 order by i.id desc", ItemRow.class)
            .setParameter(1, subscriptionId).setParameter(2, false).setMaxResults(SHOWN_CLOSED).getResultList());
        Map<Long, String> bills = d.all(BillRow.class, rows.stream().map(ItemRow::getBilledOn).filter(Objects::nonNull).distinct().toList()).stream()
            .collect(Collectors.toMap(BillRow::getId, BillRow::getNumber));
        return rows.stream().map(i -> view(i, bills.get(i.getBilledOn()))).toList();
    }

    private static Item view(ItemRow i, String bill) {
        return new Item(i.getId(), i.getSubscriptionId(), i.getAddOnId(), i.getText(), i.getQuantity(), i.getUnit(), i.isRecurring(),
            i.isRecurring() ? null : bill, i.getEndedAt(), i.getCreatedAt());
    }

    Item add(Desk d, SubscriptionRow s, ItemDraft draft) {
        new Invalid.Check().that(draft.quantity() >= 1 && draft.quantity() <= 1000, "quantity", "from 1 to 1000").orThrow();
        ItemRow i = draft.addOnId() == null ? byHand(d, s, draft) : fromAddOn(s, d.find(AddOnRow.class, draft.addOnId(), "add-on"), draft.quantity());
        d.em().persist(i);
        d.audit("subscription.add-item", "subscription", s.getId(), null, told(i));
        return view(i, null);
    }

    private static ItemRow byHand(Desk d, SubscriptionRow s, ItemDraft draft) {
        new Invalid.Check().notBlank(draft.text(), "text", 200).that(draft.unitPrice() != null, "unitPrice", "must be given")
            .that(draft.unitPrice() == null || draft.unitPrice().isPositive() && draft.unitPrice().minor() <= JpaAddOns.DEAREST_MINOR, "unitPrice",
                "must be above zero, and not beyond all reason; a discount makes a bill smaller")
            .atMost(draft.taxCode(), "taxCode", 30).orThrow();
        d.requireCurrency(draft.unitPrice(), "unitPrice");
        String code = draft.taxCode() == null || draft.taxCode().isBlank() ? null : draft.taxCode().strip();
        return new ItemRow(s.getId(), null, Kind.ITEM, draft.text().strip(), draft.quantity(), draft.unitPrice(), Boolean.TRUE.equals(draft.recurring()),
            !Boolean.FALSE.equals(draft.taxIncluded()), code, ChargeRule.INCOME);
    }

    private static ItemRow fromAddOn(SubscriptionRow s, AddOnRow a, int quantity) {
        if (a.isArchived()) throw new Conflict("the add-on " + a.getName() + " is archived");
        if (a.getDataMegabytes() > 0) throw new Conflict("the add-on " + a.getName() + " is data for the running period; buy it as a top-up");
        return new ItemRow(s.getId(), a.getId(), Kind.ITEM, a.getName(), quantity, a.getPrice(), a.isRecurring(), a.isTaxIncluded(), a.getTaxCode(),
            ChargeRule.INCOME);
    }

    /** Asked before the lock is held, so it reads the one column and no row that would be stale afterwards. */
    long subscriptionOf(Desk d, long itemId) {
        return d.em().createQuery("select i.subscriptionId from ItemRow i where i.id = ?1", Long.class).setParameter(1, itemId).getResultList().stream()
            .findFirst()
            .orElseThrow(() -> new NotFound("item"));
    }

    void remove(Desk d, long itemId) {
        ItemRow i = d.find(ItemRow.class, itemId, "item");
        if (i.getEndedAt() != null) return;
        if (!i.isRecurring() && i.getBilledOn() != null)
            throw new Conflict("this item is on bill " + d.find(BillRow.class, i.getBilledOn(), "bill").getNumber() + "; take the bill back or credit it");
        var before = told(i);
        i.end(d.now());
        d.audit("subscription.remove-item", "subscription", i.getSubscriptionId(), before, null);
    }

    private static Map<String, Object> told(ItemRow i) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("itemId", i.getId());
        m.put("text", i.getText());
        m.put("quantity", i.getQuantity());
        m.put("unitPrice", i.getUnit().toString());
        m.put("recurring", i.isRecurring());
        m.put("addOnId", i.getAddOnId());
        return m;
    }
}
