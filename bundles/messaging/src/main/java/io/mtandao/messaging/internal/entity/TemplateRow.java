package io.mtandao.messaging.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The ISP's words for one kind of event. */
@Entity
@Table(name = "messaging_template")
public class TemplateRow extends TenantEntity {
    private String event;
    private boolean enabled;
    private String body;

    @Column(name = "whatsapp_template")
    private String whatsAppTemplate;

    protected TemplateRow() {}

    public TemplateRow(String event, String body) {
        this.event = event;
        this.body = body;
        this.enabled = true;
    }

    public void change(boolean nowEnabled, String newBody, String newWhatsAppTemplate) {
        enabled = nowEnabled;
        body = newBody;
        whatsAppTemplate = newWhatsAppTemplate;
    }

    public String getEvent() {
        return event;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String getBody() {
        return body;
    }

    public String getWhatsAppTemplate() {
        return whatsAppTemplate;
    }
}
