package io.mtandao.rest.internal;

import io.mtandao.rest.internal.openapi.OpenApi;
import io.mtandao.rest.internal.v1.OpenApiResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All resources and what stands around them. It is there exactly while every service behind them is: so nothing is served by halves. */
@Component(service = Api.class)
public final class Api {
    public static final String BASE = "/api";
    private final List<Object> resources = new ArrayList<>();
    private final Edge edge;

    @Activate
    public Api(@Reference IspArea isp, @Reference TradeArea trade, @Reference VoucherArea vouchers, @Reference OutsideArea outside,
        @Reference OperatorArea operator, @Reference Edge edge) {
        this.edge = edge;
        Stream.<Area>of(isp, trade, vouchers, outside, operator).map(Area::resources).forEach(resources::addAll);
        Set<Class<?>> classes = new LinkedHashSet<>();
        resources.forEach(r -> classes.add(r.getClass()));
        classes.add(OpenApiResource.class);
        resources.add(new OpenApiResource(OpenApi.of(BASE, classes)));
    }

    List<Object> resources() {
        return resources;
    }

    List<Object> providers() {
        return edge.providers();
    }
}
