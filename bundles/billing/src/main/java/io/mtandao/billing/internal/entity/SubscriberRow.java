package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.Subscriber.MapPoint;
import io.mtandao.billing.internal.rules.DetailFacts;
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

    private String building;

    @Column(name = "building_key")
    private String buildingKey;

    @Column(name = "unit_label")
    private String unit;

    private String zone;

    @Column(name = "zone_key")
    private String zoneKey;

    /** Degrees; both or none. */
    private Double latitude;

    private Double longitude;

    /** Counts the changes of what hangs on this row (contacts, tags, own fields), so that they too make a new version of it. */
    @Column(name = "detail_edits")
    private int detailEdits;

    @Column(name = "search_text")
    private String searchText;

    /** By which rule the search words of the text were written; 0 while they are not in step with it. */
    @Column(name = "word_rule")
    private int wordRule;

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
        searched(f.searchText(building, unit));
    }

    private void searched(String text) {
        if (!text.equals(searchText)) wordRule = 0;
        searchText = text;
    }

    public void locate(DetailFacts d) {
        building = d.building();
        buildingKey = DetailFacts.key(building);
        unit = d.unit();
        zone = d.zone();
        zoneKey = DetailFacts.key(zone);
        latitude = d.point() == null ? null : d.point().latitude();
        longitude = d.point() == null ? null : d.point().longitude();
        searched(facts().searchText(building, unit));
    }

    public String getSearchText() {
        return searchText;
    }

    public int getWordRule() {
        return wordRule;
    }

    /** Its search words are in step with its text. */
    public void spelledOut(int rule) {
        wordRule = rule;
    }

    public void detailsEdited() {
        detailEdits++;
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
        if (building != null) m.put("building", building);
        if (unit != null) m.put("unit", unit);
        if (zone != null) m.put("zone", zone);
        if (latitude != null) m.put("point", latitude + ", " + longitude);
        if (payerId != null) m.put("payerId", payerId);
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

    public String getBuilding() {
        return building;
    }

    public String getUnit() {
        return unit;
    }

    public String getZone() {
        return zone;
    }

    public MapPoint getPoint() {
        return latitude == null ? null : new MapPoint(latitude, longitude);
    }
}
