package io.mtandao.ui.settings;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.kit.Uploads;
import java.util.Base64;
import java.util.List;

/** The ISP's logo as a data URI; what it is, is read from the file itself, not from its name. */
final class LogoField extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 200_000;
    private final Div shown = new Div();
    private final Button remove = Buttons.danger("settings-logo-remove", t("settings.logoRemove"), VaadinIcon.TRASH, e -> set(null));
    private String uri;

    LogoField() {
        addClassName("logo-field");
        shown.addClassName("logo-shown");
        shown.setId("settings-logo");
        add(shown, Uploads.one("settings-logo-upload", MOST, List.of("image/png", "image/jpeg", "image/svg+xml", "image/webp"), (name, type, content) -> {
            String is = typeOf(content);
            if (is == null) Toast.fail(t("upload.wrongType"));
            else set("data:" + is + ";base64," + Base64.getEncoder().encodeToString(content));
        }), remove);
        set(null);
    }

    void set(String dataUri) {
        uri = dataUri;
        shown.removeAll();
        shown.add(uri == null ? new Span(t("settings.noLogo")) : new Image(uri, t("settings.logo")));
        remove.setVisible(uri != null);
    }

    String get() {
        return uri;
    }

    /** By the first bytes. An SVG is shown in an img element only, where it cannot run scripts. */
    static String typeOf(byte[] b) {
        if (b.length > 8 && (b[0] & 0xff) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') return "image/png";
        if (b.length > 3 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xd8) return "image/jpeg";
        if (b.length > 12 && b[0] == 'R' && b[1] == 'I' && b[2] == 'F' && b[3] == 'F' && b[8] == 'W' && b[9] == 'E') return "image/webp";
        String head = new String(b, 0, Math.min(b.length, 1000), java.nio.charset.StandardCharsets.UTF_8);
        return head.contains("<svg") ? "image/svg+xml" : null;
    }
}
