package io.mtandao.rest.internal.edge;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A caller who hangs up while the answer is written is no fault: nobody is there to be told, and the log stays clean. */
@Provider
@Priority(1)
public final class HungUp implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Line line = new Line(context.getOutputStream());
        context.setOutputStream(line);
        try {
            context.proceed();
        } catch (IOException e) {
            if (!line.broken) throw e;
        }
    }

    private static final class Line extends FilterOutputStream {
        private boolean broken;

        Line(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
