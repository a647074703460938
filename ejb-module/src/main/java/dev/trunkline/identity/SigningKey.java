package dev.trunkline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/** The key of the embedded identity: made at the first start, kept in a file that only its owner can read. */
final class SigningKey {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SigningKey() {}

    static ECKey in(Path directory) {
        Path file = directory.resolve("identity-key.json");
        try {
            return Files.exists(file) ? ECKey.parse(Files.readString(file)) : made(directory, file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("the signing key " + file + " can be neither read nor made", unusable);
        } catch (ParseException | JOSEException broken) {
            throw new IllegalStateException(
                    "the signing key " + file + " is broken; without it a new one is made", broken);
        }
    }

    private static ECKey made(Path directory, Path file) throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        Files.createDirectories(directory);
        // Permissions come before the content, and half a key is never seen under the final name.
        Path draft = Files.createTempFile(directory, "identity-key", ".part", ownerOnly(directory));
        Files.writeString(draft, key.toJSONString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
