package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A day, written day first as in our markets whatever the language, with the calendar's words in the language of the page. */
public final class DayField extends DatePicker {
    private static final long serialVersionUID = 1;

    public DayField(String id, String label) {
        super(label);
        setId(id);
        setI18n(words());
    }

    static DatePickerI18n words() {
        Locale locale = Texts.locale();
        List<String> shortDays = days(locale, TextStyle.SHORT_STANDALONE);
        DatePickerI18n words = new DatePickerI18n();
        words.setDateFormats("dd/MM/yyyy", "d/M/yy", "d.M.yyyy", "yyyy-MM-dd");
        words.setFirstDayOfWeek(1);
        words.setMonthNames(Arrays.stream(Month.values()).map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale)).collect(Collectors.toList()));
        words.setWeekdays(days(locale, TextStyle.FULL_STANDALONE));
        words.setWeekdaysShort(shortDays);
        words.setToday(t("day.today"));
        words.setCancel(t("action.cancel"));
        return words;
    }

    /** Sunday first, as the component counts them. */
    private static List<String> days(Locale locale, TextStyle style) {
        return List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY).stream()
            .map(d -> d.getDisplayName(style, locale)).toList();
    }

    /** It may be emptied with one click. */
    public DayField clearable() {
        setClearButtonVisible(true);
        return this;
    }
}
