package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIdentityTest {
    @TempDir
    Path directory;

    private Path people;

    @BeforeEach
    void write() throws IOException {
        people = Files.writeString(
                directory.resolve("people.csv"),
                "name,roles,password\nsue,supervisor agent,"
                        + PasswordHash.of("s:ecret").text() + "\n");
    }

    private IdentitySettings settings(Optional<String> file) {
        return new IdentitySettings(
                true,
                file,
                Duration.ofHours(8),
                directory.resolve("data"),
                Optional.empty(),
                Optional.empty(),
                "trunkline",
                Set.of("RS256"));
    }

    private EmbeddedIdentity identity() {
        return EmbeddedIdentity.of(settings(Optional.of(people.toString())));
    }

    @Test
    void rightPasswordShouldGiveATokenThatIsGoodHere() {
        EmbeddedIdentity identity = identity();
        IssuedToken token = identity.signIn("sue", "s:ecret").orElseThrow();

        assertThat(token.expiresIn()).isEqualTo(28_800);
        assertThat(identity.verifier().verify(token.text(), "127.0.0.1", true).roles())
                .containsExactlyInAnyOrder(Role.SUPERVISOR, Role.AGENT);
    }

    @Test
    void wrongPasswordAndUnknownNameShouldGiveNone() {
        assertThat(identity().signIn("sue", "S:ecret")).isEmpty();
        assertThat(identity().signIn("nobody", "s:ecret")).isEmpty();
    }

    @Test
    void tokenShouldOutliveARestart() {
        String token = identity().signIn("sue", "s:ecret").orElseThrow().text();

        assertThat(identity().verifier().verify(token, "127.0.0.1", true).key().agent())
                .isEqualTo("sue");
    }

    @Test
    void signingKeyShouldBeForItsOwnerOnly() throws IOException {
        identity();
        Path key = directory.resolve("data/identity-key.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.list(directory.resolve("data"))).hasSize(1);
    }

    @Test
    void missingFileOfPeopleShouldBeToldByItsSetting() {
        assertThatThrownBy(() -> EmbeddedIdentity.of(settings(Optional.empty())))
                .hasMessageContaining("trunkline.identity.people");
        assertThatThrownBy(() -> EmbeddedIdentity.of(settings(Optional.of("/nowhere.csv"))))
                .hasMessageContaining("/nowhere.csv");
    }

    @Test
    void demoPeopleShouldHaveTheirNamesAsPasswords() {
        People demo = People.in(Path.of("../config/environments/demo/people.csv"));

        assertThat(demo.roles("alice", "alice")).contains(Set.of(Role.AGENT));
        assertThat(demo.roles("sue", "sue")).contains(Set.of(Role.SUPERVISOR));
        assertThat(demo.roles("root", "root")).contains(Set.of(Role.ADMIN));
        assertThat(demo.roles("root", "alice")).isEmpty();
    }

    @Test
    void tokenShouldNotShowInText() {
        assertThat(identity().signIn("sue", "s:ecret").orElseThrow()).hasToString("a token for 28800 s");
    }
}
