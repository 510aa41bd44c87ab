package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import io.mtandao.api.Invalid;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import java.util.List;
import java.util.function.Consumer;

/** From when and for whom a change of a package that is in use holds. */
final class EditionDialog {
    private final Checks checks = new Checks();
    private final Formats formats;
    private final RadioButtonGroup<Boolean> later = new RadioButtonGroup<>(t("packages.fromWhen"));
    private final DayField day = new DayField("edition-day", t("packages.fromDay"));
    private final RadioButtonGroup<Boolean> forAll = new RadioButtonGroup<>(t("packages.forWhom"));
    private final Paragraph meaning = new Paragraph();
    private final Div content;

    EditionDialog(InternetPackage p, Formats formats) {
        this.formats = formats;
        later.setId("edition-later");
        later.setItems(false, true);
        later.setItemLabelGenerator(x -> t(x ? "packages.fromThatDay" : "packages.fromNow"));
        later.setValue(p.planned() > 0);
        forAll.setId("edition-for-all");
        forAll.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        forAll.setItems(true, false);
        forAll.setItemLabelGenerator(x -> t(x ? "packages.everybody" : "packages.newOnly"));
        forAll.setValue(true);
        day.setMin(formats.today().plusDays(1));
        meaning.setId("edition-meaning");
        meaning.addClassName("hint");
        checks.field("from", day, () -> !later.getValue() ? null : day.isEmpty() ? t("check.needed") : day.getValue().isAfter(formats.today()) ? null : t("packages.dayToCome"));
        for (var f : List.of(later, forAll)) f.addValueChangeListener(e -> explain());
        day.addValueChangeListener(e -> explain());
        content = new Div(new Paragraph(t("packages.inUse", Formats.count(p.subscriptions()))));
        if (p.planned() > 0) {
            Div note = new Div(VaadinIcon.CALENDAR_CLOCK.create(), new Span(t("packages.plannedAlready")));
            note.addClassNames("note", "note-info");
            content.add(note);
        }
        content.add(later, day, forAll, meaning);
        content.addClassName("stack");
        explain();
    }

    private void explain() {
        day.setVisible(later.getValue());
        meaning.setText(!forAll.getValue() ? t("packages.meansNew") : later.getValue() ? t("packages.meansLater") : t("packages.meansNow"));
    }

    /** @param save may throw what the service says @param elsewhere shows what is wrong with the package itself */
    void open(Consumer<Change> save, Consumer<Problem> elsewhere) {
        new FormDialog(t("packages.changeTitle"), content, t("action.save"), "edition-save", () -> {
            if (!checks.ok()) return false;
            try {
                save.accept(new Change(later.getValue() ? day.getValue().atStartOfDay(formats.zone()).toInstant() : null, forAll.getValue()));
            } catch (Invalid e) {
                if (!checks.knows(e)) {
                    elsewhere.accept(e);
                    return true;
                }
                checks.show(e);
                return false;
            } catch (io.mtandao.api.Unauthenticated | io.mtandao.api.TenantSuspended e) {
                throw e;
            } catch (Problem e) {
                checks.show(e);
                return false;
            }
            return true;
        }).open();
    }
}
