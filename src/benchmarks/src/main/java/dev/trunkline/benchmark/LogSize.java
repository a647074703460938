package dev.trunkline.benchmark;

import dev.trunkline.system.GatewayDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How large the gateway's database is. @param database where it is @param data the gateway's directory */
record LogSize(GatewayDatabase database, Path data) {
    /** Of H2's file, or what PostgreSQL says of the whole database. */
    long bytes() {
        return database.server().isPresent() ? asked() : file();
    }

    private long file() {
        try {
            return Files.size(data.resolve("trunkline.mv.db"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long asked() {
        try (Connection connection = DriverManager.getConnection(
                        database.settings().get("trunkline.datasource.url"),
                        database.settings().get("trunkline.datasource.user"),
                        database.settings().get("trunkline.datasource.password"));
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException unreadable) {
            throw new BenchmarkException("PostgreSQL does not say its size", unreadable);
        }
    }
}
