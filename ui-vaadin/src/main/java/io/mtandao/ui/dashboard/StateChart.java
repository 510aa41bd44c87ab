package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import io.mtandao.api.billing.Figures.Counts;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.kit.Chart;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.subscriber.SubscribersView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Subscribers by state; a bar leads to its subscribers. */
final class StateChart extends Div {
    private static final long serialVersionUID = 1;

    private record Bar(SubscriptionState state, long count, String colour) {
        String name() {
            return Texts.of("subscriptionState", state);
        }
    }

    StateChart(Counts c) {
        addClassName("card");
        List<Bar> bars = List.of(new Bar(SubscriptionState.PENDING, c.pending(), "#d97706"), new Bar(SubscriptionState.EXPIRED, c.expired(), "#dc2626"),
            new Bar(SubscriptionState.ACTIVE, c.active(), "#059669"));
        Chart chart = new Chart("220px", bars.stream().map(b -> b.name() + ": " + b.count()).collect(Collectors.joining(", ")));
        chart.setId("state-chart");
        chart.setOption("""
            {"grid":{"left":8,"right":48,"top":8,"bottom":8,"containLabel":true},"tooltip":{"trigger":"item"},
             "xAxis":{"type":"value","minInterval":1,"splitLine":{"lineStyle":{"opacity":0.4}},"axisLabel":{"hideOverlap":true}},
             "yAxis":{"type":"category","axisTick":{"show":false},"axisLine":{"show":false},"data":[%s]},
             "series":[{"type":"bar","barMaxWidth":26,"cursor":"pointer","label":{"show":true,"position":"right"},"data":[%s]}]}"""
            .formatted(bars.stream().map(b -> quote(b.name())).collect(Collectors.joining(",")),
                bars.stream().map(b -> "{\"value\":" + b.count() + ",\"itemStyle\":{\"color\":\"" + b.colour() + "\",\"borderRadius\":[0,4,4,0]}}").collect(Collectors.joining(","))));
        Map<String, SubscriptionState> byName = bars.stream().collect(Collectors.toMap(Bar::name, Bar::state));
        chart.onPick(name -> {
            if (byName.containsKey(name)) getUI().ifPresent(ui -> ui.navigate(SubscribersView.class, QueryParameters.of("state", byName.get(name).name())));
        });
        add(new H2(t("dashboard.byState")), chart);
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
