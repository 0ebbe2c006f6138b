package vn.hocvu.bench.measure;

import java.util.Locale;
import java.util.Map;
import vn.hocvu.bench.measure.Report.Line;
import vn.hocvu.bench.measure.Report.Taken;

/** The published figures as a page for people. */
final class Page {
    /** With fewer samples the 99th of a hundred is only the largest. */
    private static final int ENOUGH_FOR_P99 = 100;

    private final Map<String, Taken> all;
    private final StringBuilder text = new StringBuilder();

    Page(Map<String, Taken> all) {
        this.all = all;
    }

    String text() {
        text.append("""
                # Benchmarks

                Made by `./hocvu bench` from [benchmarks.json](benchmarks.json), which holds every raw sample; not edited by
                hand. `./hocvu bench NAME` repeats one part, `NAME.setting=value` changes a size.

                Peers run side by side in one run on one machine in the order A-B-B-A after a warm-up, with the same data, JDK
                and durability (`fsync=on`, `synchronous_commit=on`). Rates are medians over the repetitions with their range.
                Times under load come from an open loop: they count from the moment a request was due. What is promised are
                ratios; absolute numbers depend on the machine.

                """);
        summary();
        all.forEach(this::section);
        return text.toString();
    }

    private void summary() {
        text.append("| promised | target | measured | kept |\n|---|---|---:|---|\n");
        all.values()
                .forEach(taken -> taken.figures().stream()
                        .filter(line -> line.target() != null)
                        .forEach(line -> text.append("| %s | %s %s | %s | %s |%n"
                                .formatted(
                                        line.what(),
                                        line.target(),
                                        line.unit(),
                                        reached(line),
                                        line.kept() ? "yes" : "**no**"))));
        text.append('\n');
    }

    /** The value that the target speaks of. */
    private static String reached(Line line) {
        boolean tail = line.target() != null && line.target().startsWith("p99");
        return Numbers.text((tail ? line.p99() : line.median()).doubleValue());
    }

    private void section(String name, Taken taken) {
        text.append("## %s%n%n".formatted(taken.title()));
        text.append("`./hocvu bench %s`%n%n".formatted(name));
        text.append("| figure | unit | median | p99 | min – max | samples | target | kept |\n");
        text.append("|---|---|---:|---:|---:|---:|---|---|\n");
        taken.figures().forEach(this::line);
        text.append('\n');
        taken.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        text.append("- Settings: ").append(settings(taken.settings())).append('\n');
        text.append("- ").append(where(taken.machine())).append("\n\n");
    }

    private void line(Line line) {
        boolean many = line.samples().size() >= ENOUGH_FOR_P99;
        text.append("| %s | %s | %s | %s | %s – %s | %d | %s | %s |%n"
                .formatted(
                        line.what(),
                        line.unit(),
                        Numbers.text(line.median().doubleValue()),
                        many ? Numbers.text(line.p99().doubleValue()) : "",
                        Numbers.text(line.min().doubleValue()),
                        Numbers.text(line.max().doubleValue()),
                        line.samples().size(),
                        line.target() == null ? "" : line.target(),
                        line.target() == null ? "" : line.kept() ? "yes" : "**no**"));
    }

    private static String settings(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "%s `%s`".formatted(setting.getKey(), setting.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
    }

    private static String where(Machine machine) {
        return String.format(
                Locale.ROOT,
                "Taken %s at commit `%s` on %s, %d cores of %s, memory %s, load %.1f before the start; JDK %s, %s, %s, %s",
                machine.takenAt(),
                machine.commit(),
                machine.system(),
                machine.cores(),
                machine.processor(),
                machine.memory(),
                machine.load(),
                machine.jdk(),
                machine.postgres(),
                machine.kafka(),
                machine.viewServer());
    }
}
