package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.messaging.Messages;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Mail to an ISP's people, when messaging is there: registration and reset work without it, by links handed over by hand. */
@Component(service = Post.class)
public final class Post {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile ComponentServiceObjects<Messages> messages;

    /** Joins the running unit of work. @return whether a mail will go */
    public boolean mail(TenantId tenant, String to, String subject, String text, String dedupeKey) {
        return Away.use(messages, m -> m.mail(Caller.system(tenant, "tenant.mail"), to, subject, text, dedupeKey)).orElse(false);
    }
}
