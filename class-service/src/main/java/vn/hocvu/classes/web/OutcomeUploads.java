package vn.hocvu.classes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.platform.webkit.CommandIds;
import vn.hocvu.platform.webkit.jobs.JobRow;

/** Tells what a dry run of an outcome sheet found, in the reader's language. */
@Component
class OutcomeUploads {
    private final OutcomeImports imports;
    private final CommandIds ids;
    private final MessageSource messages;
    private final HttpServletRequest request;

    /** @param request the current request, whichever it is */
    OutcomeUploads(OutcomeImports imports, CommandIds ids, MessageSource messages, HttpServletRequest request) {
        this.imports = imports;
        this.ids = ids;
        this.messages = messages;
        this.request = request;
    }

    /**
     * @param total  rows read
     * @param errors one sentence per wrong cell; none means that the job can be used for the decision
     */
    record Answer(String jobId, int total, List<RowError> errors) {}

    /** @param field column, empty if the whole row is meant */
    record RowError(int row, String field, String message) {}

    Answer answer(ClassRow row, MultipartFile file) {
        var run = imports.read(row, file, ids.from(request));
        var errors = run.checked().rows().stream().flatMap(this::errors).toList();
        return new Answer(run.jobId(), run.checked().rows().size(), errors);
    }

    private java.util.stream.Stream<RowError> errors(JobRow row) {
        return row.messages().stream()
                .map(m -> new RowError(
                        row.number(),
                        m.column(),
                        messages.getMessage(m.messageKey(), m.args().toArray(), LocaleContextHolder.getLocale())));
    }
}
