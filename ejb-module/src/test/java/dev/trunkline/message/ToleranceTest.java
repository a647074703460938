package dev.trunkline.message;

import static dev.trunkline.message.Reading.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract 1.4, row by row. A row without braces is the middle of a dial on Finesse; {@code ~} is a no-break space. */
class ToleranceTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            T1  | {channel: "Finesse", topic: "OutboundCall", subtopic: "MakeCall", data: "5550142"} | Finesse | MAKE_CALL | toAddress=5550142 | LENIENT_JSON
            T1  | {$channel: 1, channel: "Finesse", topic: "App", subtopic: "StateSync", _x9: 1}     | Finesse | STATE_SYNC |  | LENIENT_JSON UNKNOWN_MEMBER
            T2  | {~"channel":~"Finesse",~~"topic":"OutboundCall","subtopic":"MakeCall","data":"5550142"~}~ | Finesse | MAKE_CALL | toAddress=5550142 | LENIENT_JSON
            T3  | {"channel":“Finesse”,"topic":"OutboundCall","subtopic":“MakeCall","data":“6085559000”} | Finesse | MAKE_CALL | toAddress=6085559000 | LENIENT_JSON
            T3  | {"channel":“Finesse","topic":"OutboundCall”,"subtopic":"Hold"}             | Finesse | HOLD |  | LENIENT_JSON
            T4  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"callId":"7",},} | Finesse | HOLD | callId=7 | LENIENT_JSON
            T5  | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Consult","data ":{"MediaAddress ":"7040","ToAddress ":"15002"}} | Finesse | CONSULT | mediaAddress=7040 toAddress=15002 |
            T6  | {"Channel":"Finesse","topic":"OutboundCall","Subtopic":"Hold"}              | Finesse | HOLD |  |
            T7  | {"channel":"Genesys ","topic":" outbound","subtopic":" QueueTransfer","data":" 15002 "} | Genesys | DIRECT_TRANSFER | toAddress=15002 |
            T7  | {"channel":"Finesse~","topic":"outbound","subtopic":"Hold","data":"~7~"}     | Finesse | HOLD | callId=7 |
            T8  | {"channel":"Webexcc","topic":"OutboundCall","subtopic":"Hold"}               | Webexcc | HOLD |  |
            T8  | {"channel":"Webex CC","topic":"OutboundCall","subtopic":"Hold"}              | Webexcc | HOLD |  |
            T8  | {"channel":"Webex cc","topic":"OutboundCall","subtopic":"Hold"}              | Webexcc | HOLD |  |
            T9  | {"channel":"Genesys","topic":"InboundCall","subtopic":"SetMakeCall","data":"5550142"} | Genesys | MAKE_CALL | toAddress=5550142 | DEPRECATED_TOPIC
            T9  | {"channel":"Genesys","topic":"InBoundCall","subtopic":"SetMakeCall","data":"5550142"} | Genesys | MAKE_CALL | toAddress=5550142 | DEPRECATED_TOPIC
            T9  | {"channel":"Genesys","topic":"Inbound","subtopic":"SetReady"}                | Genesys | SET_READY |  |
            T10 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold"}               | Finesse | HOLD |  |
            T10 | {"channel":"Finesse","topic":"Outbound","subtopic":"Hold"}                   | Finesse | HOLD |  |
            T10 | {"channel":"Finesse","topic":"outbound","subtopic":"Hold"}                   | Finesse | HOLD |  |
            T10 | {"channel":"Finesse","topic":"out_bound-CALL","subtopic":"Hold"}             | Finesse | HOLD |  |
            T11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"SetMakeCall","data":"5550142"} | Finesse | MAKE_CALL | toAddress=5550142 |
            T11 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"5550142"} | Finesse | MAKE_CALL | toAddress=5550142 |
            T12 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"SetANSWER"}            | Cisco | ANSWER |  |
            T12 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"SetAnswer"}            | Cisco | ANSWER |  |
            T12 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"SetHOLD"}              | Cisco | HOLD |  |
            T12 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"SetCONSULT_CALL","data":"15002"} | Cisco | CONSULT | toAddress=15002 |
            T13 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":6085559000} | Finesse | MAKE_CALL | toAddress=6085559000 | NUMERIC_DATA
            T13 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":0}  | Finesse | MAKE_CALL | toAddress=0 | NUMERIC_DATA
            T13 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":123456789012345678} | Finesse | MAKE_CALL | toAddress=123456789012345678 | NUMERIC_DATA
            T13 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"callId":16790031}} | Finesse | HOLD | callId=16790031 | NUMERIC_DATA
            T14 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":" (312) 555-0142 "} | Finesse | MAKE_CALL | toAddress=3125550142 |
            T14 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"MakeCall","data":"+1~312/555.0142"} | Finesse | MAKE_CALL | toAddress=+13125550142 |
            T15 | {"channel":"Five9","topic":"OutboundCall","subtopic":"MakeCall","data":{"toAddress":"5550142","campaignId":"12"}} | Five9 | MAKE_CALL | toAddress=5550142 campaignId=12 |
            T17 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"Hold","data":{"CallID":"7"}} | Cisco | HOLD | callId=7 |
            T17 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"Hold","data":{"callID":"7"}} | Cisco | HOLD | callId=7 |
            T17 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"Hold","data":{"call_id":"7"}} | Cisco | HOLD | callId=7 |
            T17 | {"channel":"Cisco","topic":"OutboundCall","subtopic":"Hold","data":{"CallID ":"7"}} | Cisco | HOLD | callId=7 |
            T19 | {"channel":"Cisco","topic":"Agent","subtopic":"WrapUpCall","data":{"wrapup":"2"}} | Cisco | WRAP_UP | wrapup=2 |
            T19 | {"channel":"Cisco","topic":"Agent","subtopic":"UpdateCallVariables","data":{"label":"x"}} | Cisco | UPDATE_CALL_DATA | label=x |
            T19 | {"channel":"Cisco","topic":"Agent","subtopic":"RECLASSIFY","data":{"value":"BUSY"}} | Cisco | RECLASSIFY | value=BUSY |
            T19 | {"channel":"Genesys","topic":"Agent","subtopic":"Mute"}                      | Genesys | MUTE |  |
            T19 | {"channel":"Cisco","topic":"Connection","subtopic":"Logout"}                 | Cisco | LOGOUT |  |
            T19 | {"channel":"Cisco","topic":"Agent","subtopic":"StateSync"}                   | Cisco | STATE_SYNC |  |
            T20 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","colour":{"a":[1]}} | Finesse | HOLD |  | UNKNOWN_MEMBER
            T20 | {"channel":"Finesse","topic":"OutboundCall","subtopic":"Hold","data":{"colour":1}} | Finesse | HOLD |  | UNKNOWN_MEMBER
            T21 | {"channel":"Finesse","topic":"Agent","subtopic":"SetReady","data":null}      | Finesse | SET_READY |  |
            T21 | {"channel":"Finesse","topic":"Agent","subtopic":"SetReady","data":{}}        | Finesse | SET_READY |  |
            T21 | {"channel":"Finesse","topic":"Agent","subtopic":"SetReady","data":{ },"source":null} | Finesse | SET_READY |  |
            T22 | {"data":"5550142","subtopic":"MakeCall","topic":"OutboundCall","channel":"Finesse"} | Finesse | MAKE_CALL | toAddress=5550142 |
            """)
    void variantShouldBeReadAsItsCanonicalForm(
            String row, String sent, String channel, String verb, String data, String warnings) {
        Message message = accepted(sent.replace('~', '\u00a0'));
        assertThat(message.channel()).as(row).isEqualTo(channel);
        assertThat(message.verb()).hasToString(verb);
        assertThat(message.data()).hasToString("{" + (data == null ? "" : data.replace(" ", ", ")) + "}");
        assertThat(String.join(" ", message.warnings())).isEqualTo(warnings == null ? "" : warnings);
    }

    @ParameterizedTest(name = "T16: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "source":"billing"                     | billing
            "subject":" billing "                  | billing
            "source":"billing","subject":"other"   | billing
            "subject":"other","SOURCE ":"billing"  | billing
            "source":null,"subject":"billing"      | billing
            """)
    void callingApplicationShouldBeReadUnderEitherName(String members, String source) {
        String request = Reading.request("Hold", null).replace("}", "," + members + "}");
        assertThat(accepted(request).source()).contains(source);
    }

    @ParameterizedTest(name = "T18: {0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            MakeCall       | "15002" | toAddress
            DirectTransfer | "15002" | toAddress
            Consult        | "15002" | toAddress
            Transfer       | "15002" | toAddress
            Conference     | "15002" | toAddress
            SendDTMF       | "15002" | digits
            SetNotReady    | "15002" | reasonCodeId
            Logout         | "15002" | reasonCodeId
            WrapUp         | "15002" | wrapup
            Answer         | "15002" | callId
            Accept         | "15002" | callId
            Reject         | "15002" | callId
            Close          | "15002" | callId
            Skip           | "15002" | callId
            CancelSchedule | "15002" | callId
            Hold           | "15002" | callId
            Retrieve       |  15002  | callId
            Drop           |  15002  | callId
            DropConsult    | "15002" | callId
            Swap           | "15002" | callId
            Mute           | "15002" | callId
            Unmute         | "15002" | callId
            ClearContact   | "15002" | callId
            """)
    void plainValueShouldStandForTheMainMember(String subtopic, String data, String member) {
        assertThat(accepted(Reading.request(subtopic, data)).data()).hasToString("{" + member + "=15002}");
    }
}
