package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomField.Kind;
import io.mtandao.persistence.TenantEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A field that the ISP has added to its subscribers. */
@Entity
@Table(name = "billing_custom_field")
public class CustomFieldRow extends TenantEntity {
    @Column(name = "field_key")
    private String key;

    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "field_kind")
    private Kind kind;

    /** One a line. */
    private String choices;

    @Column(name = "needed")
    private boolean required;

    @Column(name = "field_position")
    private int position;

    protected CustomFieldRow() {}

    public CustomFieldRow(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    public void set(String text, List<String> choice, boolean needed) {
        label = text;
        choices = String.join("\n", choice);
        required = needed;
    }

    public void moveTo(int place) {
        position = place;
    }

    public CustomField view() {
        return new CustomField(getId(), getVersion(), key, label, kind, getChoices(), required, position);
    }

    /** For the audit log. */
    public Map<String, Object> told() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("key", key);
        m.put("label", label);
        m.put("kind", kind.name());
        m.put("choices", String.join(", ", getChoices()));
        m.put("required", required);
        m.put("position", position);
        return m;
    }

    public String getKey() {
        return key;
    }

    public Kind getKind() {
        return kind;
    }

    public List<String> getChoices() {
        return choices.isEmpty() ? List.of() : List.of(choices.split("\n"));
    }

    public int getPosition() {
        return position;
    }
}
