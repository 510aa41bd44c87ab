package io.mtandao.payment.internal;

import io.mtandao.api.billing.Ledger;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.payment.internal.entity.PaymentRow;
import java.util.Map;
import java.util.TreeMap;

/** How a payment is told to the ledger, to the events and to the audit log. */
final class BookingWords {
    private BookingWords() {}

    static PaymentBooked event(PaymentRow row, Ledger.Received received) {
        // what the payer knows it by; a stand-in says nothing to anybody
        String receipt = row.isProvisional() ? row.getReceiptNo() : row.getProviderReceipt();
        return new PaymentBooked(row.getId(), row.getSubscriberId(), row.getMoney(), row.getMethod(), receipt, received.balance());
    }

    static Ledger.Source source(PaymentRow row) {
        return new Ledger.Source("payment", row.getId().toString(), row.getMethod());
    }

    static String memo(PaymentRow row) {
        return row.getReceiptNo() + " " + row.getMethod() + " " + row.getProviderReceipt();
    }

    static String subject(PaymentRow row) {
        return "payment/" + row.getId();
    }

    static Map<String, Object> told(PaymentRow row) {
        Map<String, Object> told = new TreeMap<>(Map.of("number", row.getReceiptNo(), "method", row.getMethod(), "receipt", row.getProviderReceipt(),
            "amount", row.getMoney().toString(), "state", row.getState().name()));
        if (row.getSubscriberId() != null) told.put("subscriber", row.getSubscriberId());
        return told;
    }
}
