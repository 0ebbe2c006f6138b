package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a file line by line as bytes, into one buffer that is used again. */
final class Lines implements AutoCloseable {
    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int filled;
    byte[] line = new byte[1 << 13];
    int length;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Reads the next line; false at the end. A line without an end is a line too. */
    boolean next() throws IOException {
        length = 0;
        while (true) {
            if (at == filled && !fill()) {
                return length > 0;
            }
            var from = at;
            at = endOfLine(block, from, filled);
            add(from, at);
            if (at < filled) {
                at++;
                return true;
            }
        }
    }

    private static int endOfLine(byte[] block, int from, int end) {
        for (var i = from; i < end; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(block));
        return filled > 0;
    }

    private void add(int from, int to) {
        var more = to - from;
        if (length + more > LONGEST) {
            throw new Malformed("a line is longer than " + LONGEST + " bytes");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
        }
        System.arraycopy(block, from, line, length, more);
        length += more;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
