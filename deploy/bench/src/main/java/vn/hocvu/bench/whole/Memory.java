package vn.hocvu.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Main memory of a process with its children.
 *
 * @param resident     MiB in main memory
 * @param proportional MiB in main memory, what is shared with other processes counted in proportion
 */
record Memory(double resident, double proportional) {
    private static final double KILO = 1024;

    static Memory of(long pid) {
        long[] all = ProcessHandle.of(pid)
                .map(process -> LongStream.concat(
                                LongStream.of(pid), process.descendants().mapToLong(ProcessHandle::pid))
                        .toArray())
                .orElse(new long[] {});
        return new Memory(sum(all, "Rss:"), sum(all, "Pss:"));
    }

    private static double sum(long[] pids, String name) {
        return LongStream.of(pids).map(pid -> kilobytes(pid, name)).sum() / KILO;
    }

    /** From the kernel's summary; 0 for a process that has ended meanwhile. */
    private static long kilobytes(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
