package dev.trunkline.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The embedded database of a gateway that does not run any more. */
final class StoppedDatabase {
    private StoppedDatabase() {}

    /** The first column of an answer. @param data directory of the gateway */
    static List<String> read(Path data, String query) {
        String url = "jdbc:h2:file:" + data.resolve("trunkline") + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "trunkline", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
