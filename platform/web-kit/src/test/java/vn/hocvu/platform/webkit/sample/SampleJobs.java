package vn.hocvu.platform.webkit.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.jobs.Job;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.Jobs;

/** One import that was checked and waits for its confirmation, and one that runs. */
@Component
class SampleJobs implements Jobs {
    private static final Instant AT = Instant.parse("2020-05-04T02:10:00Z");

    @Override
    public String start(NewJob job) {
        return "checked";
    }

    @Override
    public Optional<Job> find(String id) {
        return switch (id) {
            case "checked" -> Optional.of(job(id, Job.State.DONE, 1_240));
            case "running" -> Optional.of(job(id, Job.State.RUNNING, 310));
            default -> Optional.empty();
        };
    }

    private static Job job(String id, Job.State state, int done) {
        return new Job(
                id,
                "roll",
                "CHECK",
                state,
                "planning_officer",
                "truong",
                "Nhập danh sách lớp TC.2020.001",
                "{}",
                "danh-sach.xlsx",
                state == Job.State.DONE ? "ket-qua.xlsx" : null,
                done,
                1_240,
                2,
                1,
                null,
                AT,
                AT);
    }

    @Override
    public List<Job> of(Actor actor) {
        return List.of(find("checked").orElseThrow(), find("running").orElseThrow());
    }

    @Override
    public void proceed(String id, String phase) {}

    @Override
    public void cancel(String id) {}

    @Override
    public List<JobRow> rows(String id, String phase, int offset, int size) {
        return remarkable(id, phase, offset, size);
    }

    @Override
    public List<JobRow> remarkable(String id, String phase, int offset, int size) {
        return List.of(
                JobRow.error(
                        7,
                        Map.of("Họ và tên", "Nguyễn Văn <b>An</b>"),
                        List.of(JobRow.CellMessage.of("Ngày sinh", "error.date"))),
                JobRow.warning(9, Map.of(), List.of(JobRow.CellMessage.of("", "error.range", 1, 500)), null));
    }

    @Override
    public Optional<ResultFile> result(String id) {
        return Optional.of(new ResultFile("kết quả.xlsx", "application/octet-stream", new byte[] {1}));
    }
}
