package io.mtandao.billing.internal.desk;

import io.mtandao.api.billing.Dependents;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What other bundles keep that names rows of billing. Bundles come and go, and depend on billing themselves: so the references are as many as there are. */
@Component(service = Elsewhere.class)
public final class Elsewhere {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Dependents> dependents = List.of();

    /** In words; empty when nothing depends on it. */
    public Optional<String> onPackage(Desk d, long id) {
        return dependents.stream().flatMap(x -> x.onPackage(d.tenant(), id).stream()).findFirst();
    }

    /** As {@link #onPackage}. */
    public Optional<String> onSubscriber(Desk d, long id) {
        return dependents.stream().flatMap(x -> x.onSubscriber(d.tenant(), id).stream()).findFirst();
    }
}
