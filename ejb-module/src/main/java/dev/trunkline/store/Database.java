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
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
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
        maxPoolSize = 20)
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Database {
    static final String JNDI = "java:app/jdbc/trunkline";
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Resource(lookup = JNDI)
    DataSource source;

    private Jdbi jdbi;

    @PostConstruct
    void open() {
        jdbi = prepare(source);
    }

    /** Brings the schema up to date and gives the way to ask. */
    static Jdbi prepare(DataSource source) {
        MigrateResult result = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        LOG.log(Level.INFO, "Database ready: {0} migrations run, schema {1}", new Object[] {
            result.migrationsExecuted, result.targetSchemaVersion
        });
        return Jdbi.create(source).registerArgument(new TextArgument());
    }

    @Produces
    public Jdbi jdbi() {
        return jdbi;
    }
}
