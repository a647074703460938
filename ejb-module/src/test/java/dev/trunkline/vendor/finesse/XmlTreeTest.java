package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class XmlTreeTest {
    @Test
    void parserShouldServeAgainAfterATextThatIsNone() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> XmlTree.parse("<a><b></a>")).isInstanceOf(IllegalArgumentException.class);
            assertThat(XmlTree.text(XmlTree.parse("<a><b>1</b></a>"), "b")).isEqualTo("1");
        }
    }

    @Test
    void documentTypeShouldBeRefusedEachTime() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(
                            () -> XmlTree.parse("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
