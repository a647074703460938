package dev.trunkline.push;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/**
 * Stands between the connection and the WebSocket container, so that what a client sends is looked at as it comes. Tyrus takes frames
 * without a mask, keeps megabytes of a frame that will be refused, and reads as fast as a client can send.
 */
public final class FrameGuard implements HttpUpgradeHandler {
    private volatile HttpUpgradeHandler guarded;
    private volatile PacedInput.Clock clock;

    /** @return the container's own handler, which this one passes everything to */
    <T extends HttpUpgradeHandler> T before(Class<T> handler, PacedInput.Clock pace) throws ServletException {
        try {
            T made = handler.getDeclaredConstructor().newInstance();
            guarded = made;
            clock = pace;
            return made;
        } catch (ReflectiveOperationException unusable) {
            throw new ServletException("the WebSocket container's handler cannot be made", unusable);
        }
    }

    @Override
    public void init(WebConnection connection) {
        guarded.init(new Guarded(connection, clock));
    }

    @Override
    public void destroy() {
        guarded.destroy();
    }

    private static final class Guarded implements WebConnection {
        private final WebConnection connection;
        private final PacedInput input;

        Guarded(WebConnection connection, PacedInput.Clock clock) {
            this.connection = connection;
            try {
                this.input = new PacedInput(connection.getInputStream(), clock);
            } catch (IOException gone) {
                throw new IllegalStateException("the connection has no input", gone);
            }
        }

        @Override
        public ServletInputStream getInputStream() {
            return input;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (IOException gone) {
                throw gone;
            } catch (Exception unclosed) {
                throw new IOException("the connection cannot be closed", unclosed);
            }
        }
    }
}
