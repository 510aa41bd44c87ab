package io.mtandao.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
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

    public static Anchor button(String id, String text, VaadinIcon icon, Supplier<String> fileName, Content content) {
        DownloadHandler handler = event -> {
            event.setFileName(fileName.get());
            event.setContentType("text/csv;charset=UTF-8");
            try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                content.write(out);
            }
        };
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.setId(id);
        link.add(new Button(text, icon.create()));
        link.getElement().setAttribute("tabindex", "-1");
        return link;
    }
}
