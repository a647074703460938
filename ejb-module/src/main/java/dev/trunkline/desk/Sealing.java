package dev.trunkline.desk;

import dev.trunkline.model.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps a given credential encrypted (AES-GCM) where the operator set {@code trunkline.secrets.key}; else nothing is kept. */
@ApplicationScoped
public class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** 16 or 32 bytes in Base64. */
    private final Optional<String> key;

    /** For the container's proxies. */
    protected Sealing() {
        this(Optional.empty());
    }

    @Inject
    Sealing(@ConfigProperty(name = "trunkline.secrets.key") Optional<String> key) {
        this.key = key;
    }

    private final SecureRandom random = new SecureRandom();

    public Optional<String> seal(Credential credential) {
        return key.map(given -> {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(
                    Cipher.ENCRYPT_MODE, given, nonce, credential.reveal().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        });
    }

    /** Empty if there is no key, or another one than it was sealed with. */
    public Optional<Credential> open(String sealed) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            return Optional.of(new Credential(
                    new String(cipher(Cipher.DECRYPT_MODE, key.get(), nonce, rest), StandardCharsets.UTF_8)));
        } catch (IllegalStateException otherKey) {
            LOG.log(Level.WARNING, "A kept credential cannot be read: trunkline.secrets.key has changed");
            return Optional.empty();
        }
    }

    private static byte[] cipher(int mode, String key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Base64.getDecoder().decode(key), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("trunkline.secrets.key must be 16 or 32 bytes in Base64", fault);
        }
    }
}
