package vn.hocvu.local.servers;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A small server that speaks MongoDB's protocol, for views only: whatever it holds can be built again from events, so
 * after a stop that was not orderly its files are dropped.
 */
public final class MongoServer implements AutoCloseable {
    private final de.bwaldvogel.mongo.MongoServer server;
    private final int port;
    private final @Nullable Path inUse;

    private MongoServer(de.bwaldvogel.mongo.MongoServer server, int port, @Nullable Path inUse) {
        this.server = server;
        this.port = port;
        this.inUse = inUse;
    }

    /**
     * Starts on the files in {@code folder}, kept after an orderly stop.
     *
     * @param port port on the loopback address
     */
    public static MongoServer start(Path folder, int port) {
        var inUse = folder.resolve("in-use");
        if (Files.exists(inUse)) Folders.delete(folder);
        Folders.create(folder);
        try {
            Files.writeString(inUse, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return listen(new H2Backend(folder.resolve("views.mv").toString()), port, inUse);
    }

    /** Starts empty on a free port; nothing is written to a disk. */
    public static MongoServer startTemporary() {
        return listen(H2Backend.inMemory(), FreePorts.next(), null);
    }

    private static MongoServer listen(H2Backend backend, int port, @Nullable Path inUse) {
        var server = new de.bwaldvogel.mongo.MongoServer(backend);
        server.bind("127.0.0.1", port);
        return new MongoServer(server, port, inUse);
    }

    /** The address of one database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (inUse != null) Files.deleteIfExists(inUse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs until the process is asked to stop.
     *
     * @param args folder, port
     */
    public static void main(String[] args) throws InterruptedException {
        var server = start(Path.of(args[0]), Integer.parseInt(args[1]));
        ServerProcess.runUntilStopped("MongoDB views", server.port, new CountDownLatch(1), server::close);
    }
}
