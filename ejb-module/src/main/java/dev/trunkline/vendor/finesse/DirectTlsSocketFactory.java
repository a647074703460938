package dev.trunkline.vendor.finesse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Sockets that speak TLS from the first byte and check the host's name: Smack itself sees no TLS here (sheet 5.7). */
final class DirectTlsSocketFactory extends SocketFactory {
    private final SSLContext context;
    private final String host;

    DirectTlsSocketFactory(SSLContext context, String host) {
        this.context = context;
        this.host = host;
    }

    @Override
    public Socket createSocket() throws IOException {
        return checked(context.getSocketFactory().createSocket());
    }

    @Override
    public Socket createSocket(String to, int port) throws IOException {
        return checked(context.getSocketFactory().createSocket(to, port));
    }

    @Override
    public Socket createSocket(String to, int port, InetAddress from, int fromPort) throws IOException {
        return checked(context.getSocketFactory().createSocket(to, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress to, int port) throws IOException {
        return checked(context.getSocketFactory().createSocket(to, port));
    }

    @Override
    public Socket createSocket(InetAddress to, int port, InetAddress from, int fromPort) throws IOException {
        return checked(context.getSocketFactory().createSocket(to, port, from, fromPort));
    }

    private Socket checked(Socket socket) {
        SSLSocket tls = (SSLSocket) socket;
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (host.matches(".*[A-Za-z].*") && host.indexOf(':') < 0) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        tls.setSSLParameters(parameters);
        return tls;
    }
}
