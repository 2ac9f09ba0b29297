package dev.vesper.eventstore.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands between a client and a server on this machine, and passes on everything, or holds it back. */
final class HeldProxy implements AutoCloseable {
    private static final int CHUNK = 8192;

    private final ServerSocket listening;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean held;
    private long heldBytes;

    HeldProxy() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return listening.getLocalPort();
    }

    void passTo(int serverPort) {
        threads.execute(() -> accept(serverPort));
    }

    /** From now on no byte comes through, in either direction, and no connection ends. */
    void hold() {
        change(true);
    }

    void letGo() {
        change(false);
    }

    /** How many bytes wait here. */
    long heldBytes() {
        lock.lock();
        try {
            return heldBytes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        letGo();
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.close();
    }

    private void change(boolean hold) {
        lock.lock();
        try {
            held = hold;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(int serverPort) {
        try {
            while (!listening.isClosed()) {
                connect(listening.accept(), serverPort);
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client, int serverPort) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.addAll(List.of(client, server));
            threads.execute(() -> pass(client, server));
            threads.execute(() -> pass(server, client));
        } catch (ConnectException e) {
            // The server is not there yet.
            client.close();
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitFree(read);
                out.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // One of the two has gone, and so has the other now.
            assert from.isClosed();
        }
    }

    private void awaitFree(int bytes) {
        lock.lock();
        try {
            heldBytes += bytes;
            while (held) {
                changed.awaitUninterruptibly();
            }
            heldBytes -= bytes;
        } finally {
            lock.unlock();
        }
    }
}
