package io.mtandao.billing.internal.subscription;

import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Subscriptions.ServiceToDeliver;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.DataState;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the network is to give a subscription now. */
@Component(service = Delivery.class)
public final class Delivery {
    private final Catalogue catalogue;
    private final PppoePasswords passwords;

    @Activate
    public Delivery(@Reference Catalogue catalogue, @Reference PppoePasswords passwords) {
        this.catalogue = catalogue;
        this.passwords = passwords;
    }

    Optional<ServiceToDeliver> of(Desk d, long id) {
        return Optional.ofNullable(d.em().find(SubscriptionRow.class, id)).filter(s -> !s.isCancelled()).map(s -> of(d, s));
    }

    private ServiceToDeliver of(Desk d, SubscriptionRow s) {
        PackageRow p = d.find(PackageRow.class, s.getPackageId(), "package");
        List<EditionRow> editions = catalogue.editions(d, List.of(p.getId())).get(p.getId());
        EditionRow e = Catalogue.holding(d, s, editions), sold = Catalogue.numbered(editions, p.getEdition());
        PackageTerms terms = e.getTerms();
        String name = p.getName();
        SubscriberRow owner = d.find(SubscriberRow.class, s.getSubscriberId(), "subscriber");
        boolean throttled = s.getDataState() == DataState.THROTTLED;
        // what was sold stays as sold: the profile that a later edition shares with it has that one's speed
        boolean earlier = e.getProfile(name).equals(sold.getProfile(name)) && !e.delivered(name).equals(sold.delivered(name));
        return new ServiceToDeliver(s.getId(), s.getRouterId(), s.getPppoeUser(), passwords.open(d.tenant(), s.getSealedPassword()), e.getProfile(name),
            throttled ? s.getDataDown() : e.getDownKbps(), throttled ? s.getDataUp() : e.getUpKbps(), s.getState().isServed() && s.getDataState() != DataState.CUT,
            owner.getName(), s.getService(), throttled ? null : terms.burst(), s.getDeviceLimit() > 0 ? s.getDeviceLimit() : terms.deviceLimit(), s.getIpAddress(),
            s.getMacAddress(), throttled || earlier, terms.hours(), terms.hours() == null ? null : d.zone());
    }
}
