package io.mtandao.ui.kit;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A moment in the ISP's zone, to the minute; what was set and not touched keeps its seconds. */
public final class MomentField extends DateTimePicker {
    private static final long serialVersionUID = 1;
    private final ZoneId zone;
    private Instant exact;

    public MomentField(String id, String label, ZoneId zone) {
        super(label);
        this.zone = zone;
        setId(id);
        setWidthFull();
        // day first and 24 hours, whatever the language
        setLocale(Locale.UK);
        setDatePickerI18n(DayField.words());
    }

    public void setInstant(Instant at) {
        exact = at;
        setValue(shown(at));
    }

    /** @return null when it is empty */
    public Instant instant() {
        if (isEmpty()) return null;
        return getValue().equals(shown(exact)) ? exact : getValue().atZone(zone).toInstant();
    }

    private LocalDateTime shown(Instant at) {
        return at == null ? null : at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
