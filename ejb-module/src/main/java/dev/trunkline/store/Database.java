package dev.trunkline.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jdbi.v3.core.Jdbi;

/**
 * The database, brought to the schema of this version before anybody asks it. It is not a JTA resource: each store method is one
 * transaction of its own, committed when the method returns, so that no exception of a caller can take a stored row back.
 */
@DataSourceDefinition(
        name = Database.JNDI,
        className = "${MPCONFIG=trunkline.datasource.className}",
        url = "${MPCONFIG=trunkline.datasource.url}",
        user = "${MPCONFIG=trunkline.datasource.user}",
        password = "${MPCONFIG=trunkline.datasource.password:}",
        transactional = false,
        minPoolSize = 2,
        maxPoolSize = 20,
        loginTimeout = 5,
        properties = {
            "fish.payara.max-wait-time-in-millis=${MPCONFIG=trunkline.datasource.poolWaitMillis}",
            // A connection that outlived its database is found out by a question that every database answers:
            // H2 calls one valid whose database has closed itself on a full disk.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=table",
            "fish.payara.validation-table-name=information_schema.information_schema_catalog_name",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Database {
    static final String JNDI = "java:app/jdbc/trunkline";
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Resource(lookup = JNDI)
    DataSource source;

    @Inject
    @ConfigProperty(name = "trunkline.datasource.answerWithin")
    Duration answerWithin;

    private Jdbi jdbi;

    /** The server finds it by its name alone: no other method may be called so. */
    @PostConstruct
    void open() {
        migrate(source);
        jdbi = Jdbi.create(() -> connect(source, answerWithin)).registerArgument(new TextArgument());
    }

    /** A connection that gives a server up when it does not answer; the embedded database knows no such limit. */
    private static Connection connect(DataSource source, Duration answerWithin) throws SQLException {
        Connection connection = source.getConnection();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answerWithin.toMillis()));
        return connection;
    }

    /** Brings the schema up to date and gives the way to ask. */
    static Jdbi prepare(DataSource source) {
        migrate(source);
        return Jdbi.create(source).registerArgument(new TextArgument());
    }

    private static void migrate(DataSource source) {
        MigrateResult result = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        LOG.log(Level.INFO, "Database ready: {0} migrations run, schema {1}", new Object[] {
            result.migrationsExecuted, result.targetSchemaVersion
        });
    }

    @Produces
    public Jdbi jdbi() {
        return jdbi;
    }
}
