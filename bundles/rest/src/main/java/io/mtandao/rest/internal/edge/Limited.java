package io.mtandao.rest.internal.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not be longer than this. */
final class Limited extends FilterInputStream {
    private final int most;
    private long read;

    Limited(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        if (n > 0) count(n);
        return n;
    }

    private void count(int n) {
        read += n;
        if (read > most) throw new Refusal(413, "too-large", "body", "at most " + most / Operation.KILOBYTE + " kB here");
    }
}
