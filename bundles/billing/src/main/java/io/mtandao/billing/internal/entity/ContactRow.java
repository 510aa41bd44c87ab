package io.mtandao.billing.internal.entity;

import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Somebody else to call about a subscriber. */
@Entity
@Table(name = "billing_subscriber_contact")
public class ContactRow extends TenantEntity {
    @Column(name = "subscriber_id")
    private long subscriberId;

    /** In which order they stand, from 1. */
    @Column(name = "contact_number")
    private int number;

    private String name;

    @Column(name = "contact_role")
    private String role;

    private String phone;
    private String email;

    protected ContactRow() {}

    public ContactRow(long subscriberId, int number, Contact c) {
        this.subscriberId = subscriberId;
        this.number = number;
        this.name = c.name();
        this.role = c.role();
        this.phone = c.phone();
        this.email = c.email();
    }

    public Contact view() {
        return new Contact(name, role, phone, email);
    }

    public long getSubscriberId() {
        return subscriberId;
    }

    public int getNumber() {
        return number;
    }
}
