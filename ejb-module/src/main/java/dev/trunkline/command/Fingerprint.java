package dev.trunkline.command;

import dev.trunkline.event.Json;
import dev.trunkline.model.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** What makes two requests the same (contract 1.7): platform, verb and data; whose they are is part of the key. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String vendor, Message message) {
        String text = vendor + "\n" + message.verb().word() + "\n" + Json.text(new TreeMap<>(message.data()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
