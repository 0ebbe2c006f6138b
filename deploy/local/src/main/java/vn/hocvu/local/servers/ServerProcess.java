package vn.hocvu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that has a process of its own. */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    private ServerProcess() {}

    /** Writes the file that the launcher waits for. */
    private static void sayReady() {
        var file = System.getProperty("hocvu.ready.file");
        if (file == null) return;
        try {
            Files.writeString(
                    Path.of(file), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot say that the server is ready", e);
        }
    }

    /** Says that the server is ready, then waits for the process to be asked to end and stops the server. */
    static void runUntilStopped(String name, int port, CountDownLatch ended, Runnable stop)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop));
        sayReady();
        LOG.atInfo().addKeyValue("server", name).addKeyValue("port", port).log("Server ready");
        ended.await();
    }
}
