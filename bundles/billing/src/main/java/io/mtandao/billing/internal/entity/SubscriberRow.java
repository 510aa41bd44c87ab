package io.mtandao.billing.internal.entity;

import io.mtandao.billing.internal.rules.SubscriberFacts;
import io.mtandao.persistence.TenantEntity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "billing_subscriber")
public class SubscriberRow extends TenantEntity {
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String phone;
    private String email;
    private String account;

    @Column(name = "account_key")
    private String accountKey;

    @Column(name = "account_made")
    private boolean accountMade;

    private String place;
    private String notes;

    /** Whose wallet pays instead; null for the own. */
    @Column(name = "payer_id")
    private Long payerId;

    @Column(name = "search_text")
    private String searchText;

    protected SubscriberRow() {}

    public SubscriberRow(SubscriberFacts facts) {
        set(facts);
    }

    public final void set(SubscriberFacts f) {
        name = f.name();
        nameKey = f.name().toLowerCase(Locale.ROOT);
        phone = f.phone();
        email = f.email();
        account = f.account();
        accountKey = f.accountKey();
        accountMade = f.accountMade();
        place = f.place();
        notes = f.notes();
        searchText = f.searchText();
    }

    public void paidBy(Long payer) {
        payerId = payer;
    }

    public Long getPayerId() {
        return payerId;
    }

    public SubscriberFacts facts() {
        return new SubscriberFacts(name, phone, email, account, accountMade, place, notes);
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("name", name);
        m.put("phone", phone);
        m.put("email", email);
        m.put("accountNumber", account);
        m.put("place", place);
        m.put("notes", notes);
        return m;
    }

    public String getName() {
        return name;
    }

    public String getNameKey() {
        return nameKey;
    }

    public String getPhone() {
        return phone;
    }

    public String getEmail() {
        return email;
    }

    public String getAccount() {
        return account;
    }

    public String getAccountKey() {
        return accountKey;
    }

    public boolean isAccountMade() {
        return accountMade;
    }

    public String getPlace() {
        return place;
    }

    public String getNotes() {
        return notes;
    }
}
