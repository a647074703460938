package dev.trunkline.system.kit;

import dev.trunkline.system.GatewayDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a platform's class extends; which cases it must pass are the interfaces that it implements. */
@ExtendWith(Results.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContractKit implements Kit {
    private final Platform platform;
    private final String database;
    private Stage stage;

    /** On the embedded database, unless the property {@code kit.database} says which else. */
    protected ContractKit(Platform platform) {
        this(platform, System.getProperty("kit.database", GatewayDatabase.EMBEDDED));
    }

    protected ContractKit(Platform platform, String database) {
        this.platform = platform;
        this.database = database;
    }

    @Override
    public final Platform platform() {
        return platform;
    }

    @Override
    public final Stage stage() {
        return stage;
    }

    /** One for all cases of the class; a case that could not be cleaned up after has a new one follow it. */
    @BeforeEach
    final void openStage() {
        if (stage == null) {
            stage = Stage.open(platform, database);
        }
    }

    @AfterEach
    final void clearStage() {
        boolean clean = false;
        try {
            stage.clear();
            clean = true;
        } finally {
            if (!clean) {
                closeStage();
            }
        }
    }

    @AfterAll
    final void closeStage() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }
}
