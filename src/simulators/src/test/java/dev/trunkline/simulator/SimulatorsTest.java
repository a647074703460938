package dev.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsTest {
    @Test
    void takenPortShouldBeNamed() {
        try (Simulators first = Simulators.start(Options.onAnyPorts())) {
            int taken = first.finesse().xmppPort();
            assertThatThrownBy(() -> Simulators.start(Options.onAnyPorts().with("finesse.xmppPort", taken)))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + taken)
                    .hasMessageContaining("--port-offset");
            int control = URI.create(first.controlUrl()).getPort();
            assertThatThrownBy(() -> Simulators.start(Options.onAnyPorts().with("control.port", control)))
                    .hasMessageContaining("control plane");
        }
    }

    @Test
    void manyShouldRunInOneJvm() {
        try (Simulators one = Simulators.start(Options.onAnyPorts());
                Simulators two = Simulators.start(Options.onAnyPorts().withIdentity(one.identity()))) {
            assertThat(one.controlUrl()).isNotEqualTo(two.controlUrl());
            assertThat(one.certificate()).isEqualTo(two.certificate());
        }
    }

    @Test
    void certificateShouldBeWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/simulators.pem");
        try (Simulators simulators = Simulators.start(Options.onAnyPorts().withCertificateFile(file))) {
            assertThat(Files.readString(file)).startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(simulators.certificate().getSubjectX500Principal().getName())
                    .contains("Trunkline");
        }
    }

    @Test
    void unknownSettingShouldBeRefused() {
        assertThatThrownBy(() -> Simulators.start(Options.onAnyPorts().with("finesse.wrapup", "1s")))
                .hasMessageContaining("finesse.wrapup")
                .hasMessageContaining("finesse.wrapUp");
        assertThatThrownBy(() -> Simulators.start(Options.onAnyPorts().with("finess.wrapUp", "1s")))
                .hasMessageContaining("finess");
        assertThatThrownBy(() -> Simulators.start(Options.onAnyPorts().with("finesse.wrapUp", "soon")))
                .hasMessageContaining("200ms");
    }

    @Test
    void commandLineShouldBeRead() {
        Properties properties = new Properties();
        properties.setProperty("simulators.finesse.wrapUp", "5s");
        Options options = CommandLine.read(
                List.of("--port-offset", "1000", "--agents", "7", "--certificate", "a.pem", "--finesse.ring=20ms"),
                properties);

        assertThat(options.port(options.settingsOf("control"), "port", 8100)).isEqualTo(9100);
        assertThat(options.agents()).isEqualTo(7);
        assertThat(options.certificateFile()).contains(Path.of("a.pem"));
        assertThat(options.settings()).containsEntry("finesse.wrapUp", "5s").containsEntry("finesse.ring", "20ms");
        assertThatThrownBy(() -> CommandLine.read(List.of("--loud"), properties))
                .hasMessageContaining("--help");
        assertThatThrownBy(() -> CommandLine.read(List.of("--agents", "x"), properties))
                .hasMessageContaining("whole number");
    }

    @Test
    void eachPlatformShouldHaveItsPartOfTheHelp() {
        List<PlatformProvider> platforms = ServiceLoader.load(PlatformProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        String help = CommandLine.help(platforms);

        assertThat(platforms).isNotEmpty().noneMatch(platform -> platform.help().isBlank());
        assertThat(platforms).allMatch(platform -> help.contains(platform.help()));
        assertThat(help).contains("--port-offset", "-Dsimulators.");
    }

    @Test
    void numberedAgentsShouldHavePhonesOfTheirOwn() {
        assertThat(People.demoAnd(2))
                .hasSize(7)
                .extracting(Person::userName, Person::extension)
                .contains(org.assertj.core.groups.Tuple.tuple("agent0002", "20002"));
    }

    @Test
    void lastFourDigitsShouldChooseTheFarEnd() {
        assertThat(FarEnd.of("+1 (312) 555-0101")).isEqualTo(FarEnd.BUSY);
        assertThat(FarEnd.of("3125550142")).isEqualTo(FarEnd.ANSWERS);
        assertThat(FarEnd.of("101")).isEqualTo(FarEnd.ANSWERS);
    }
}
