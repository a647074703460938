package dev.trunkline.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/** A request whose body is already here. */
final class CollectedRequest extends HttpServletRequestWrapper {
    private volatile byte[] body = new byte[0];

    CollectedRequest(HttpServletRequest request) {
        super(request);
    }

    void body(byte[] collected) {
        body = collected;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Here(new ByteArrayInputStream(body));
    }

    private static final class Here extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Here(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is already here");
        }
    }
}
