package vn.hocvu.platform.viewstore.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a server and cuts all connections after some bytes, wherever that is, or lets nobody through. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    CuttingProxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts everything once that many more bytes have passed in either direction. */
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    boolean hasCut() {
        return bytesLeft.get() == Long.MAX_VALUE;
    }

    /** Lets nobody through until {@link #open()}. */
    void shut() {
        shut = true;
        cut();
    }

    void open() {
        shut = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (shut) {
                    client.close();
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[512];
        try {
            for (int n; (n = from.getInputStream().read(buffer)) >= 0; ) {
                var left = bytesLeft.get() == Long.MAX_VALUE ? Long.MAX_VALUE : bytesLeft.addAndGet(-n);
                if (left <= 0) {
                    to.getOutputStream().write(buffer, 0, (int) Math.max(0, n + left));
                    to.getOutputStream().flush();
                    bytesLeft.set(Long.MAX_VALUE);
                    cut();
                    return;
                }
                to.getOutputStream().write(buffer, 0, n);
                to.getOutputStream().flush();
            }
        } catch (IOException cut) {
            // both ends go
        } finally {
            close(from);
            close(to);
        }
    }

    private void cut() {
        open.forEach(this::close);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
