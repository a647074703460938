package dev.trunkline.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * A text as every database takes it. PostgreSQL refuses a NUL, even in a question; messages have none, but an address line, a token or a
 * platform may bring one.
 */
final class TextArgument extends AbstractArgumentFactory<String> {
    private static final char UNKNOWN = '\uFFFD';

    TextArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        String kept = text.replace('\0', UNKNOWN);
        return (position, statement, context) -> statement.setString(position, kept);
    }
}
