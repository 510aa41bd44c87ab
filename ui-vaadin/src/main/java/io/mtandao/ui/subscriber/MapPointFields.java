package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Subscriber.MapPoint;
import io.mtandao.ui.kit.Checks;

/** A point on the map: two numbers, or both pasted into one of the fields. */
final class MapPointFields extends Div {
    private static final long serialVersionUID = 1;
    private final TextField latitude = new TextField(t("subForm.latitude"));
    private final TextField longitude = new TextField(t("subForm.longitude"));

    MapPointFields(Checks checks, MapPoint old) {
        addClassName("map-point");
        latitude.setId("sub-latitude");
        latitude.setPlaceholder("-1.2921, 36.8219");
        latitude.setHelperText(t("subForm.pointHelp"));
        longitude.setId("sub-longitude");
        show(old);
        latitude.addValueChangeListener(e -> split(latitude));
        longitude.addValueChangeListener(e -> split(longitude));
        checks.text("latitude", latitude, v -> wrong(v, 90, longitude)).text("longitude", longitude, v -> wrong(v, 180, latitude)).alias("point", "latitude").alias("details.point", "latitude");
        add(latitude, longitude);
    }

    private void split(TextField pasted) {
        Coordinates.pair(pasted.getValue()).ifPresent(this::show);
    }

    private void show(MapPoint p) {
        latitude.setValue(p == null ? "" : Coordinates.text(p.latitude()));
        longitude.setValue(p == null ? "" : Coordinates.text(p.longitude()));
    }

    private static String wrong(String typed, int most, TextField other) {
        if (typed.isEmpty()) return other.isEmpty() ? null : t("check.needed");
        return Coordinates.one(typed, most).isPresent() ? null : t("check.degrees", most);
    }

    /** @return null when there is none */
    MapPoint point() {
        if (latitude.isEmpty()) return null;
        return new MapPoint(Coordinates.one(latitude.getValue(), 90).orElseThrow(), Coordinates.one(longitude.getValue(), 180).orElseThrow());
    }
}
