package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

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

    @Test
    void whatIsWrittenShouldReadAsItWas() {
        String text =
                "<Dialog kind=\"a &amp; &quot;b&quot;\"><v>1 &lt; 2 &amp; 3 &gt; \u00fc ]]&gt;</v><empty/></Dialog>";
        Element once = XmlTree.parse(text);
        Element again = XmlTree.parse(XmlTree.write(once));

        assertThat(again.isEqualNode(once)).isTrue();
        assertThat(XmlTree.text(again, "v")).isEqualTo("1 < 2 & 3 > \u00fc ]]>");
        assertThat(again.getAttribute("kind")).isEqualTo("a & \"b\"");
    }
}
