package vn.hocvu.platform.webkit.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.TaskSource;

/** One task for everybody, and notices for whomever they were told. */
@Component
public class SampleNotices implements TaskSource {
    private final Map<String, List<Notice>> told = new ConcurrentHashMap<>();

    @Override
    public List<Task> tasks(Actor actor) {
        return List.of(new Task(
                "Duyệt điều chỉnh kế hoạch", "Kế hoạch 2020, mục 2020-07", "/classes", LocalDate.of(2020, 5, 4)));
    }

    @Override
    public List<Notice> notices(Actor actor) {
        return List.copyOf(told.getOrDefault(actor.userId(), List.of()));
    }

    public void tell(String person, Notice notice) {
        told.computeIfAbsent(person, name -> new CopyOnWriteArrayList<>()).add(notice);
    }
}
