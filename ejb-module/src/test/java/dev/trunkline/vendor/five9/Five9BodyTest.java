package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** As the sheet prints them. */
class Five9BodyTest {
    @Test
    void dialShouldBeAsTheSheetHasIt() {
        assertThat(Five9Body.dial("6085559000", "300000000000483", false, true))
                .isEqualTo("{\"number\":\"6085559000\",\"campaignId\":\"300000000000483\",\"skipDNCCheck\":false,"
                        + "\"checkMultipleContacts\":true}");
        assertThat(Five9Body.dial("6085559000", "", false, false)).doesNotContain("campaignId");
    }

    @Test
    void stationShouldBeAsTheSheetHasIt() {
        assertThat(Five9Body.station("1234567", "STATION"))
                .isEqualTo("{\"stationId\":\"1234567\",\"stationType\":\"STATION\",\"state\":\"DISCONNECTED\"}");
    }

    @Test
    void presenceShouldNameChannelsOrTheReason() {
        assertThat(Five9Body.ready())
                .contains("\"readyChannels\":[\"CALL\",\"VOICE_MAIL\"],\"notReadyReasonCodeId\":\"0\"");
        assertThat(Five9Body.notReady("12")).contains("\"readyChannels\":[],\"notReadyReasonCodeId\":\"12\"");
    }

    @Test
    void thirdPartiesShouldNeverStepOverTheDoNotCallList() {
        assertThat(Five9Body.transfer("6085551111", false, true))
                .isEqualTo(
                        "{\"destination\":{\"number\":\"6085551111\",\"skipDNCCheck\":false,"
                                + "\"checkMultipleContacts\":false},\"warm\":true,\"dispositionTimeout\":300000,\"timeout\":0}");
        assertThat(Five9Body.participant("6085551111", true)).contains("\"checkDNC\":true");
    }

    @Test
    void flagOfWhoLeavesShouldBeAText() {
        assertThat(Five9Body.leave("46"))
                .isEqualTo("{\"dispositionId\":\"46\",\"isToTransferCallOwnership\":\"true\"}");
    }

    @Test
    void skillsShouldBeAListOfIds() {
        assertThat(Five9Body.ids(List.of("1", "2"))).isEqualTo("[{\"id\":\"1\"},{\"id\":\"2\"}]");
    }
}
