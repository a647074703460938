package dev.trunkline.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void whatJavaDoesShouldBeCountedForWhoAskedForIt() {
        List<String> report = Profile.report(List.of(
                List.of("java.util.HashMap.put", "org.example.first.deep.down.A.b"),
                List.of("org.example.first.deep.C.d")));
        assertThat(report).contains(" 100.0 %  org.example.first.deep", "  50.0 %  java.util.HashMap.put");
    }
}
