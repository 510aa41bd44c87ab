package io.mtandao.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.mtandao.api.Problem;
import io.mtandao.api.billing.Papers;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Files that are made while they are fetched, row by row. */
public final class Downloads {
    @FunctionalInterface
    public interface Content {
        void write(Writer out) throws IOException;
    }

    private Downloads() {}

    /** A paper, made when it is asked for. What the service refuses is a file that is not there: a download has no page to say why. */
    public static Anchor file(String id, String text, VaadinIcon icon, Supplier<Papers.Paper> paper) {
        DownloadHandler handler = event -> {
            Papers.Paper made;
            try {
                made = paper.get();
            } catch (Problem e) {
                event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
                return;
            }
            event.setFileName(made.fileName());
            event.setContentType(made.mediaType());
            event.setContentLength(made.content().length);
            event.getOutputStream().write(made.content());
        };
        return link(id, text, icon, handler);
    }

    public static Anchor button(String id, String text, VaadinIcon icon, Supplier<String> fileName, Content content) {
        DownloadHandler handler = event -> {
            event.setFileName(fileName.get());
            event.setContentType("text/csv;charset=UTF-8");
            try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                content.write(out);
            }
        };
        return link(id, text, icon, handler);
    }

    private static Anchor link(String id, String text, VaadinIcon icon, DownloadHandler handler) {
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setId(id);
        link.add(new Button(text, icon.create()));
        link.getElement().setAttribute("tabindex", "-1");
        return link;
    }
}
