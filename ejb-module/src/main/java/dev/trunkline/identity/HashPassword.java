package dev.trunkline.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Makes the hash of a password for the file of people: {@code echo -n secret | java -cp ejb-module.jar
 * dev.trunkline.identity.HashPassword}. Read from the input, because arguments stand in every list of processes.
 */
public final class HashPassword {
    private HashPassword() {}

    public static void main(String[] none) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = input.readLine();
        // console program
        System.out.println(PasswordHash.of(password).text());
        // end of console program
    }
}
