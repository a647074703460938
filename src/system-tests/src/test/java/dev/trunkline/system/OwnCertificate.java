package dev.trunkline.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A key and a certificate of its own for {@code localhost}, made by the JDK's keytool, as PEM. */
record OwnCertificate(Path key, Path file) {
    private static final char[] PASSWORD = "only here".toCharArray();

    static OwnCertificate in(Path directory) {
        try {
            Path store = directory.resolve("localhost.p12");
            make(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(store)) {
                keys.load(file, PASSWORD);
            }
            return new OwnCertificate(
                    pem(
                            directory.resolve("localhost.key"),
                            "PRIVATE KEY",
                            keys.getKey("own", PASSWORD).getEncoded()),
                    pem(
                            directory.resolve("localhost.crt"),
                            "CERTIFICATE",
                            keys.getCertificate("own").getEncoded()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void make(Path store) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(store)) {
            throw new IOException("keytool made no certificate: " + said);
        }
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    /** A file that trusts this and another certificate. */
    Path trustedWith(Path other, Path both) {
        try {
            return Files.writeString(both, Files.readString(other) + "\n" + Files.readString(file));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
