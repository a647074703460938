package dev.trunkline.message;

import static dev.trunkline.message.Reading.refused;
import static dev.trunkline.message.Reading.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract 1.6, as far as the reader decides, and what a refusal must carry (5.3). */
class RefusalTest {
    private static final String SCHEDULE = "{\"callbackTime\":%s,\"timeZone\":%s}";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            F1  | hello                                                       | INVALID_JSON
            F1  | {'channel':'Finesse'}                                       | INVALID_JSON
            F1  | {"channel":"Finesse"                                        | INVALID_JSON
            F2  | [{"channel":"Finesse","topic":"App","subtopic":"StateSync"}] | INVALID_REQUEST
            F2  | "Finesse"                                                   | INVALID_REQUEST
            F2  | 7                                                           | INVALID_REQUEST
            F2  | null                                                        | INVALID_REQUEST
            F2  | true                                                        | INVALID_REQUEST
            F3  | {}                                                          | INVALID_REQUEST
            F3  | {"topic":"App","subtopic":"StateSync"}                      | INVALID_REQUEST
            F3  | {"channel":"","topic":"App","subtopic":"StateSync"}         | INVALID_REQUEST
            F3  | {"channel":" ","topic":"App","subtopic":"StateSync"}        | INVALID_REQUEST
            F3  | {"channel":9,"topic":"App","subtopic":"StateSync"}          | INVALID_REQUEST
            F3  | {"channel":null,"topic":"App","subtopic":"StateSync"}       | INVALID_REQUEST
            F3  | {"channel":"Finesse","subtopic":"StateSync"}                | INVALID_REQUEST
            F3  | {"channel":"Finesse","topic":"","subtopic":"StateSync"}     | INVALID_REQUEST
            F3  | {"channel":"Finesse","topic":["App"],"subtopic":"StateSync"} | INVALID_REQUEST
            F3  | {"channel":"Finesse","topic":"App"}                         | INVALID_REQUEST
            F3  | {"channel":"Finesse","topic":"App","subtopic":" "}          | INVALID_REQUEST
            F3  | {"channel":"Finesse","topic":"App","subtopic":{}}           | INVALID_REQUEST
            F4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":"7","data ":"8"} | INVALID_REQUEST
            F4  | {"channel":"Finesse","channel":"Finesse","topic":"OutboundCall","subtopic":"Hold"}    | INVALID_REQUEST
            F4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","x":1,"X":2}            | INVALID_REQUEST
            F4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"callId":"7","CallID":"7"}} | INVALID_DATA
            F4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"id":"7","dialog_id":"8"}}  | INVALID_DATA
            F4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"x":"7","X ":null}}         | INVALID_DATA
            F5  | {"channel":"Avaya","topic":"OutboundCall","subtopic":"Hold"} | UNKNOWN_CHANNEL
            F6  | {"channel":"Amazon","topic":"OutboundCall","subtopic":"Hold"} | NOT_SUPPORTED
            F6  | {"channel":"Amazon Connect","topic":"OutboundCall","subtopic":"Hold"} | NOT_SUPPORTED
            F8  | {"channel":"Finesse","topic":"Sales","subtopic":"Hold"}     | UNKNOWN_TOPIC
            F8  | {"channel":"Finesse","topic":"_","subtopic":"Hold"}         | UNKNOWN_TOPIC
            F12 | {"channel":"Finesse","topic":"Team","subtopic":"Hold"}      | NOT_SUPPORTED
            F12 | {"channel":"Finesse","topic":"error","subtopic":"Hold"}     | NOT_SUPPORTED
            F9  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"InBoundCallStateChange"}  | UNKNOWN_SUBTOPIC
            F9  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"OutBoundCallStateChange"} | UNKNOWN_SUBTOPIC
            F9  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Fly"}     | UNKNOWN_SUBTOPIC
            F9  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Set"}     | UNKNOWN_SUBTOPIC
            F9  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"SetSetHold"} | UNKNOWN_SUBTOPIC
            F12 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"DropNailedCall"} | NOT_SUPPORTED
            F12 | {"channel":"Finesse","topic":"Agent","subtopic":"TeamAgentState"} | NOT_SUPPORTED
            F12 | {"channel":"Finesse","topic":"Agent","subtopic":"SetTeam_Agent_Logout"} | NOT_SUPPORTED
            F12 | {"channel":"Cisco","topic":"Agent","subtopic":"SetAPIError"}      | NOT_SUPPORTED
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall"}             | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":null} | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":{}}   | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":12.5} | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":1e9}  | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":-5}   | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":-0}   | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":1234567890123456789} | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":true} | INVALID_DATA
            F10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":[]}   | INVALID_DATA
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"CALL-ME"} | INVALID_NUMBER
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"+"}  | INVALID_NUMBER
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"()"} | INVALID_NUMBER
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"1+2"} | INVALID_NUMBER
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"sip:bob@example.com"} | INVALID_NUMBER
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":""}   | INVALID_DATA
            F11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"  "} | INVALID_DATA
            """)
    void messageShouldBeRefusedWithItsCode(String row, String sent, String code) {
        assertThat(refused(sent).code()).as(row).hasToString(code);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            SetReady        | "x"                                    | INVALID_DATA
            SetReady        | []                                     | INVALID_DATA
            Register        | "extended"                             | INVALID_DATA
            Register        | {"profile":"full"}                     | INVALID_DATA
            Register        | {"afterSeq":-1}                        | INVALID_DATA
            Register        | {"afterSeq":"7"}                       | INVALID_DATA
            Register        | {"afterSeq":7.0}                       | INVALID_DATA
            Login           | {"username":""}                        | INVALID_DATA
            Login           | {"password":""}                        | INVALID_DATA
            Login           | {"attach":"yes"}                       | INVALID_DATA
            Login           | {"attach":1}                           | INVALID_DATA
            Hold            | ""                                     | INVALID_DATA
            Hold            | {"callId":""}                          | INVALID_DATA
            Hold            | {"callId":"a b"}                       | INVALID_DATA
            Hold            | {"callId":true}                        | INVALID_DATA
            Hold            | {"callId":["7"]}                       | INVALID_DATA
            MakeCall        | {"campaignId":"7"}                     | INVALID_DATA
            MakeCall        | {"toAddress":"5","timeoutSeconds":4}   | INVALID_DATA
            MakeCall        | {"toAddress":"5","timeoutSeconds":181} | INVALID_DATA
            MakeCall        | {"toAddress":"5","timeoutSeconds":"30"} | INVALID_DATA
            MakeCall        | {"toAddress":"5","region":"usa"}       | INVALID_DATA
            MakeCall        | {"toAddress":"5","region":"us"}        | INVALID_DATA
            MakeCall        | {"toAddress":"5","callerId":""}        | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":"x"}      | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{"a":null}} | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{"a":{}}} | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{"a":"1","a ":"2"}} | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{"":"1"}} | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{"PassWord":"1"}} | INVALID_DATA
            MakeCall        | {"toAddress":"5","variables":{" access_token ":"1"}} | INVALID_DATA
            MakeCall        | {"agentName":"Dana"}                   | INVALID_NUMBER
            Accept          | {"toAddress":"home"}                   | INVALID_NUMBER
            Schedule        | "7"                                    | INVALID_DATA
            Schedule        | {"callbackTime":"2026-03-05T09:30:00Z","callbackNumber":"home"} | INVALID_NUMBER
            Schedule        | {"callbackTime":"2026-03-05T09:30Z","callbackEndTime":"2026-03-05T09:29Z"} | INVALID_DATA
            DirectTransfer  |                                        | INVALID_DATA
            DirectTransfer  | {"callId":"7"}                         | INVALID_DATA
            Consult         | "Dana"                                 | INVALID_NUMBER
            Consult         | {"toAddress":"Dana","destinationType":"number"} | INVALID_NUMBER
            Consult         | {"toAddress":"Dana","destinationType":"person"} | INVALID_DATA
            Consult         | {"agentName":"Dana","destinationType":"queue"}  | INVALID_DATA
            QueueTransfer   | {"toAddress":"15002","isWarmTransfer":"often"}  | INVALID_DATA
            SendDTMF        |                                        | INVALID_DATA
            SendDTMF        | "12E"                                  | INVALID_DATA
            SendDTMF        | "1 2"                                  | INVALID_DATA
            UpdateCallData  | "7"                                    | INVALID_DATA
            UpdateCallData  | {"key":"a"}                            | INVALID_DATA
            UpdateCallData  | {"value":"a"}                          | INVALID_DATA
            UpdateCallData  | {"label":"a","key":"b"}                | INVALID_DATA
            UpdateCallData  | {"key":"ApiKey","value":"a"}           | INVALID_DATA
            WrapUp          | {"ready":"soon"}                       | INVALID_DATA
            WrapUp          | {"wrapup":" "}                         | INVALID_DATA
            Reclassify      | {}                                     | INVALID_DATA
            Reclassify      | {"value":"MAYBE"}                      | INVALID_DATA
            DropParticipant | {"callId":"7"}                         | INVALID_DATA
            """)
    void dataShouldBeRefusedWithItsCode(String subtopic, String data, String code) {
        assertThat(refused(request(subtopic, data)).code()).hasToString(code);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "2026-03-05T09:30:00"       | null
            "2026-03-05"                | "Europe/Berlin"
            "2026-03-05 09:30"          | "Europe/Berlin"
            "2026-02-30T09:30:00Z"      | null
            "2026-03-05T25:30:00Z"      | null
            "tomorrow"                  | "Europe/Berlin"
            "2026-03-05T09:30:00ZZ"     | null
            "2026-03-05T09:30:00"       | "Mars/Olympus"
            "2026-03-05T09:30:00Z"      | "Mars/Olympus"
            "2026-03-05T09:30:00"       | "+01:00"
            "2026-03-29T02:30:00"       | "Europe/Berlin"
            "2026-03-08T02:15"          | "America/Chicago"
            true                        | "Europe/Berlin"
            20260305                    | "Europe/Berlin"
            null                        | "Europe/Berlin"
            """)
    void callbackTimeThatNamesNoMomentShouldBeRefused(String time, String zone) {
        assertThat(refused(request("Schedule", SCHEDULE.formatted(time, zone))).code())
                .hasToString("INVALID_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"a b\"", "\"a/b\"", "1001", "{}", "\"ä\"", "\"a\\nb\""})
    void invalidRequestIdShouldBeRefusedAndNotEchoed(String id) {
        Refusal refusal = refused(request("Hold", null).replace("}", ",\"requestId\":" + id + "}"));
        assertThat(refusal.code()).hasToString("INVALID_REQUEST");
        assertThat(refusal.requestId()).isEmpty();
        assertThat(refusal.channel()).isEqualTo("Finesse");
        assertThat(refusal.verb()).contains(Verb.HOLD);
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource({
        "requestId, 65",
        "source, 65",
        "source, 0",
        "subject, 65",
        "agent, 129",
        "agent, 0",
        "idempotencyKey, 7",
        "idempotencyKey, 129"
    })
    void optionalMemberOfWrongLengthShouldBeRefused(String member, int length) {
        Refusal refusal = refused(withMember(member, length));
        assertThat(refusal.code()).hasToString("INVALID_REQUEST");
        assertThat(refusal.detail()).startsWith(member);
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource({"requestId, 64", "source, 64", "agent, 128", "idempotencyKey, 8", "idempotencyKey, 128"})
    void optionalMemberOfLastGoodLengthShouldBeTaken(String member, int length) {
        assertThat(Reading.accepted(withMember(member, length)).toString()).isEqualTo("Finesse Hold []");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"requestId":"r-1","channel":"Avaya","topic":"OutboundCall","subtopic":"Hold"}        | Avaya   | INVALID_REQUEST  | r-1
            {"requestId":" r-1 ","channel":"  Avaya Aura of many more words than will fit","topic":1} | Avaya Aura of many more words th | INVALID_REQUEST | r-1
            {"requestId":"r-1","channel":"amazon","topic":"OutboundCall","subtopic":"Hold"}       | amazon  | INVALID_REQUEST  | r-1
            {"requestId":"r-1","channel":["Finesse"],"topic":"OutboundCall","subtopic":"Hold"}    | ``      | INVALID_REQUEST  | r-1
            {"requestId":"r-1","channel":"webex cc","topic":"Sales","subtopic":"Hold"}            | Webexcc | INVALID_REQUEST  | r-1
            {"requestId":"r-1","channel":"webex cc","topic":"OutboundCall","subtopic":"Fly"}      | Webexcc | INVALID_REQUEST  | r-1
            {"requestId":"r-1","channel":"webex cc","topic":"OutboundCall","subtopic":"MakeCall"} | Webexcc | MAKE_CALL_FAILED | r-1
            {"requestId":"r-1","channel":"gws","topic":"OutboundCall","subtopic":"Hold","x":1,"x":2} | GWS  | INVALID_REQUEST  | r-1
            {"requestId":"r-1","requestId":"r-2","channel":"gws","topic":"OutboundCall","subtopic":"Hold"} | GWS | INVALID_REQUEST |
            {"channel":"gws","topic":"OutboundCall","subtopic":"QueueTransfer","data":{"isWarmTransfer":true}} | GWS | CONSULT_CALL_FAILED |
            [1]                                                                                   | ``      | INVALID_REQUEST  |
            """)
    void refusalShouldTellWhatWasUnderstood(String sent, String channel, String errorType, String requestId) {
        Refusal refusal = refused(sent);
        assertThat(refusal.channel()).isEqualTo(channel);
        assertThat(refusal.errorType()).isEqualTo(errorType);
        assertThat(refusal.requestId().orElse(null)).isEqualTo(requestId);
    }

    @Test
    void refusalOfAnUnknownChannelShouldNameTheKnownOnes() {
        assertThat(refused("{\"channel\":\"Avaya\",\"topic\":\"App\",\"subtopic\":\"StateSync\"}")
                        .message())
                .isEqualTo(
                        "UNKNOWN_CHANNEL: channel 'Avaya' is not one of Finesse, Cisco, Genesys, GWS, Webexcc, Five9");
    }

    @Test
    void refusalOfAnEventNameShouldSayThatItIsOne() {
        assertThat(refused(request("OutBoundCallStateChange", null)).detail()).contains("name of an event");
    }

    @Test
    void refusalShouldNotRepeatData() {
        assertThat(refused(request("Login", "{\"password\":[\"s3cret\"]}")).message())
                .doesNotContain("s3cret");
        assertThat(refused("{\"password\":\"s3cret\" oops}").message()).doesNotContain("s3cret");
    }

    private static String withMember(String member, int length) {
        return request("Hold", null).replace("}", ",\"" + member + "\":\"" + "x".repeat(length) + "\"}");
    }

    /** The seed's event, sent back to us as a request with its password in it. */
    @Test
    void receivedSampleShouldBeRefusedWithoutRepeatingItsPassword() {
        byte[] received = Contract.bytes("samples/004-received.json");
        assertThat(new String(received, StandardCharsets.UTF_8)).contains("12345");
        Refusal refusal = refused(received);
        assertThat(refusal.code()).hasToString("UNKNOWN_SUBTOPIC");
        assertThat(refusal.toString()).doesNotContain("12345").doesNotContainIgnoringCase("password");
    }
}
