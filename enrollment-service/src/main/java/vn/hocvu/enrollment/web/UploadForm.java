package vn.hocvu.enrollment.web;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;

/** Reads the form with which a roll is uploaded: the file, its admission paper, and from when it counts. */
@Component
class UploadForm {
    private final Requests requests;
    private final Formats formats;

    UploadForm(Requests requests, Formats formats) {
        this.requests = requests;
        this.formats = formats;
    }

    Upload read(@Nullable MultipartFile file) throws IOException {
        var typed = requests.fields();
        var document = Papers.required(typed, "document");
        var effectiveOn = Papers.effectiveOn(typed, formats.today());
        if (file == null || file.isEmpty()) {
            typed.reject("file", "error.file");
        }
        typed.check();
        return new Upload(file == null ? new byte[0] : file.getBytes(), document, effectiveOn);
    }

    /** What was uploaded. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Upload(byte[] file, DocumentRef document, LocalDate effectiveOn) {}
}
