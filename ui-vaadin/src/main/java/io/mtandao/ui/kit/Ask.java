package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that hurts. */
public final class Ask {
    private Ask() {}

    /** @param id of the confirming button is {@code confirm-yes} in every such dialog */
    public static void first(String title, String text, String yes, boolean harmful, Runnable then) {
        ConfirmDialog d = new ConfirmDialog();
        d.setHeader(title);
        d.setText(text);
        d.setCancelable(true);
        d.setCancelText(t("action.cancel"));
        d.setConfirmText(yes);
        d.setConfirmButtonTheme(harmful ? "error primary" : "primary");
        d.addConfirmListener(e -> Problems.attempt(then));
        d.getElement().executeJs("this.querySelectorAll('[slot=confirm-button]').forEach(b => b.id = 'confirm-yes')");
        d.open();
    }
}
