package vn.hocvu.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One process of the installation.
 *
 * @param name        short, for {@code logs} and {@code status}
 * @param title       what it is
 * @param command     how it starts
 * @param environment added to the surroundings
 * @param ports       ports it will listen on
 * @param readiness   how it says that it is ready
 * @param after       names of parts that must be ready first
 * @param stopsFirst  services stop before the servers they use
 * @param address     where people find it, if they do
 * @param training    the run that makes its next start faster, if there is one
 */
record Part(
        String name,
        String title,
        List<String> command,
        Map<String, String> environment,
        List<Integer> ports,
        Readiness readiness,
        Set<String> after,
        boolean stopsFirst,
        @Nullable String address,
        Apps.@Nullable Training training) {

    /** How a part says that it is ready. */
    sealed interface Readiness {
        /** It writes this file. */
        record Written(Path file) implements Readiness {}

        /** It answers 200 here. */
        record Answers(URI address) implements Readiness {}
    }
}
