package vn.hocvu.classes.web;

import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.jobs.JobRun;
import vn.hocvu.platform.webkit.jobs.JobWork;

/** Writes down, row by row, what the dry run of an outcome sheet found. */
@Component
class OutcomeJob implements JobWork {
    private final OutcomeImports imports;

    OutcomeJob(OutcomeImports imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return OutcomeImports.KIND;
    }

    @Override
    public void run(JobRun run) {
        var rows = imports.check(run.input(OutcomeImports.Kept.class)).rows();
        run.total(rows.size());
        for (var row : rows) {
            if (!run.finished(row.number())) {
                run.row(row);
            }
        }
    }
}
