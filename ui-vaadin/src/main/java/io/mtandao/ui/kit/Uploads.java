package io.mtandao.ui.kit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import io.mtandao.api.Problem;
import java.util.List;

/** One file, kept in memory, of limited size. */
public final class Uploads {
    @FunctionalInterface
    public interface Received {
        /** @param type as the browser says */
        void file(String name, String type, byte[] content);
    }

    private Uploads() {}

    /** @param accept endings and media types */
    public static Upload one(String id, int mostBytes, List<String> accept, Received received) {
        Upload upload = new Upload(UploadHandler.inMemory((meta, data) -> {
            if (data.length > mostBytes) {
                Toast.fail(t("upload.tooLarge"));
                return;
            }
            try {
                received.file(meta.fileName(), meta.contentType(), data);
            } catch (Problem e) {
                Problems.tell(e);
            }
        }));
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(mostBytes);
        upload.setAcceptedFileTypes(accept.toArray(String[]::new));
        upload.setI18n(words());
        upload.addFileRejectedListener(e -> Toast.fail(e.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    private static UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(t("upload.drop")).setMany(t("upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(t("upload.choose")).setMany(t("upload.choose")));
        words.setError(new UploadI18N.Error().setTooManyFiles(t("upload.tooMany")).setFileIsTooBig(t("upload.tooLarge")).setIncorrectFileType(t("upload.wrongType")));
        words.setUploading(new UploadI18N.Uploading()
            .setStatus(new UploadI18N.Uploading.Status().setConnecting(t("upload.connecting")).setStalled(t("upload.stalled")).setProcessing(t("upload.processing")).setHeld(t("upload.held")))
            .setRemainingTime(new UploadI18N.Uploading.RemainingTime().setPrefix("").setUnknown(""))
            .setError(new UploadI18N.Uploading.Error().setServerUnavailable(t("upload.failed")).setUnexpectedServerError(t("upload.failed")).setForbidden(t("upload.failed"))));
        words.setUnits(new UploadI18N.Units().setSize(List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
        return words;
    }
}
