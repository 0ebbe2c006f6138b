package vn.hocvu.local.servers;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that has a process of its own. */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    private ServerProcess() {}

    /** Says that the server is ready, then waits for the process to be asked to end and stops the server. */
    static void runUntilStopped(String name, int port, CountDownLatch ended, Runnable stop)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop));
        LOG.atInfo().addKeyValue("server", name).addKeyValue("port", port).log("Server ready");
        ended.await();
    }
}
