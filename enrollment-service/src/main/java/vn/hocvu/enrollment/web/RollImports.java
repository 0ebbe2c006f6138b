package vn.hocvu.enrollment.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.vault.SealedFiles;
import vn.hocvu.enrollment.views.intakes.IntakeRow;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.Jobs;
import vn.hocvu.platform.webkit.sheets.SheetRow;

/** Starts, confirms and shows imports of rolls, for pages and callers alike. */
@Component
class RollImports {
    private static final int MOST_ROWS = 20_000;

    private final Jobs jobs;
    private final SealedFiles files;
    private final RollSheet sheet;
    private final JsonMapper json;
    private final MessageSource messages;

    RollImports(Jobs jobs, SealedFiles files, RollSheet sheet, JsonMapper json, MessageSource messages) {
        this.jobs = jobs;
        this.files = files;
        this.sheet = sheet;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Seals the file and starts the dry run, or the import itself.
     *
     * @param key the same key of the same person starts only one import
     * @return id of the job
     */
    String start(
            IntakeRow intake,
            byte[] file,
            DocumentRef document,
            LocalDate effectiveOn,
            boolean dryRun,
            Actor actor,
            @Nullable String key,
            Locale locale) {
        sheet.read(file);
        var hash = sha256(file);
        var fileId = "roll:" + hash;
        files.keep(fileId, file);
        var input = new RollImport.Input(intake.classId(), fileId, hash, document, effectiveOn.toString());
        return jobs.start(new Jobs.NewJob(
                key,
                RollImport.KIND,
                dryRun ? RollImport.CHECK : RollImport.APPLY,
                messages.getMessage("import.title", new Object[] {intake.label()}, locale),
                actor,
                input,
                null,
                null));
    }

    Job mine(String id, Actor actor) {
        var job = jobs.mine(id, actor);
        if (!job.kind().equals(RollImport.KIND)) {
            throw new NotFound("import " + id);
        }
        return job;
    }

    void confirm(String id) {
        jobs.proceed(id, RollImport.APPLY);
    }

    RollImport.Input input(Job job) {
        return json.readValue(job.input(), RollImport.Input.class);
    }

    /** What became of the rows so far, in the phase the job is in. */
    List<JobRow> rows(Job job) {
        return jobs.rows(job.id(), job.phase(), 0, MOST_ROWS);
    }

    /** The rows as they stand in the file; empty once the file is no longer kept. */
    List<SheetRow> sheetRows(Job job) {
        return files.open(input(job).fileId()).map(sheet::read).orElse(List.of());
    }

    /** The file again, with a column that says what was wrong with each row. */
    byte[] result(Job job, Locale locale) {
        var remarks = new HashMap<Integer, String>();
        rows(job).forEach(row -> remarks.put(row.number(), remarks(row, locale)));
        var rows = sheetRows(job);
        if (rows.isEmpty()) {
            throw new NotFound("file of import " + job.id());
        }
        return sheet.result(rows, remarks);
    }

    String remarks(JobRow row, Locale locale) {
        return row.messages().stream()
                .map(m -> column(m.column(), locale)
                        + messages.getMessage(m.messageKey(), m.args().toArray(), locale))
                .collect(Collectors.joining("; "));
    }

    private String column(String name, Locale locale) {
        return name.isEmpty() ? "" : messages.getMessage("learner." + name, null, locale) + ": ";
    }

    byte[] template() {
        return sheet.template();
    }

    /** Names of the columns, for the page's table. */
    Map<String, String> columnNames() {
        return sheet.columns().stream()
                .collect(java.util.LinkedHashMap::new, (map, c) -> map.put(c.name(), c.header()), Map::putAll);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
