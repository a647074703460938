package dev.trunkline.message;

import static dev.trunkline.message.Reading.accepted;
import static dev.trunkline.message.Reading.refused;
import static dev.trunkline.message.Reading.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Message;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract 1.5, 2.1, 2.3 and 6: what {@code data} may say, and what is left of it. */
class DataTest {
    private static final String SCHEDULE = "{\"callbackTime\":\"%s\",\"timeZone\":%s}";
    private static final String DIAL = "{\"toAddress\":\"5550142\",\"variables\":{%s}}";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            callId         | callid id dialogid connectionid contactid Call-Id DIALOG_ID | Hold        | {"@":"7"}
            mediaAddress   | mediaaddress extn extension targetmediaaddress Extn        | Hold         | {"@":"7"}
            toAddress      | toaddress number phonenumber to destination                | MakeCall     | {"@":"7"}
            toAddress      | toaddress number phonenumber to destination queuename agentname queueName agent_name | Consult | {"@":"7"}
            callerId       | callerid ani outboundcallerid                              | MakeCall     | {"to":"5","@":"7"}
            digits         | digits dtmf digit                                          | SendDTMF     | {"@":"7"}
            reasonCodeId   | reasoncodeid reasoncode                                    | SetNotReady  | {"@":"7"}
            callbackTime   | callbacktime scheduletime starttime                        | Schedule     | {"@":"2026-03-05T09:30:00Z"}
            callbackNumber | callbacknumber                                             | Schedule     | {"callbackTime":"2026-03-05T09:30Z","@":"7"}
            consultCallId  | consultcallid othercallid                                  | Swap         | {"@":"7"}
            participantAddress | participantaddress Participant_Address                 | DropParticipant | {"@":"7"}
            extension      | extension EXTENSION                                        | Login        | {"@":"7"}
            iscustomwrapup | isCustomWrapup                                             | WrapUp       | {"@":true}
            """)
    void everySynonymShouldMeanItsMember(String member, String synonyms, String subtopic, String data) {
        assertThat(synonyms.split(" ")).allSatisfy(synonym -> {
            Message message = accepted(request(subtopic, data.replace("@", synonym)));
            assertThat(message.data()).containsKey(member);
            assertThat(message.warnings()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "userdata", "attributes", "userData"})
    void variablesShouldBeTakenUnderEachOfTheirNames(String name) {
        assertThat(accepted(request("UpdateCallData", "{\"" + name + "\":{\"a\":\"b\"}}"))
                        .variables())
                .isEqualTo(Map.of("a", "b"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Login          | {"username":"2040","password":"x ","extension":"7040","device":"d","attach":false} | {username=2040, password=x , extension=7040, device=d, attach=false} | []
            Login          | {"username":2040,"extension":"","attach":"true"}   | {username=2040, attach=true}       | [NUMERIC_DATA]
            Login          |                                                   | {}                                 | []
            Login          | {"extn":"7040"}                                   | {}                                 | [UNKNOWN_MEMBER]
            Hold           | {"callId":"7","password":["never looked at"]}     | {callId=7}                         | [UNKNOWN_MEMBER]
            Hold           | {"mediaAddress":" ","callId":"7"}                 | {callId=7}                         | []
            Hold           | {"callId":null,"extn":7040}                       | {mediaAddress=7040}                | [NUMERIC_DATA]
            Hold           | {"colour":1,"callId":7}                           | {callId=7}                         | [UNKNOWN_MEMBER, NUMERIC_DATA]
            Hold           | {"callId":7,"colour":1}                           | {callId=7}                         | [NUMERIC_DATA, UNKNOWN_MEMBER]
            Register       | {"profile":"exact","afterSeq":0}                  | {profile=exact, afterSeq=0}        | []
            Register       | {}                                                | {}                                 | []
            Reject         | {"reason":""}                                     | {reason=}                          | []
            Accept         | {"toAddress":"(312) 555-0142"}                    | {toAddress=3125550142}             | []
            MakeCall       | {"queueName":"7001"}                              | {toAddress=7001}                   | []
            MakeCall       | {"to":"7","timeoutSeconds":5,"region":"US","location":"X"} | {toAddress=7, location=X, region=US, timeoutSeconds=5} | []
            MakeCall       | {"timeoutSeconds":180,"variables":{},"to":"*7#"}  | {toAddress=*7#, variables={}, timeoutSeconds=180} | []
            Consult        | {"agentName":"Dana Field"}                        | {destinationType=agent, toAddress=Dana Field} | []
            Consult        | {"queueName":"Sales","destinationType":"queue"}   | {destinationType=queue, toAddress=Sales} | []
            Consult        | {"toAddress":"EP 1","destinationType":"entrypoint"} | {destinationType=entrypoint, toAddress=EP 1} | []
            Consult        | {"toAddress":"+1 (5)","destinationType":"number"} | {destinationType=number, toAddress=+15} | []
            Transfer       | {"consultCallId":"8","callId":"7"}                | {callId=7, consultCallId=8}        | []
            SendDTMF       | "1,2*#aD"                                         | {digits=1,2*#aD}                   | []
            SendDTMF       | {"digits":42}                                     | {digits=42}                        | [NUMERIC_DATA]
            UpdateCallData | {"key":"a","value":""}                            | {key=a, value=}                    | []
            UpdateCallData | {"key":"a","value":12.50}                         | {key=a, value=12.50}               | []
            UpdateCallData | {"variables":{"a":1.50,"b":true," c ":" d "}}     | {variables={a=1.50, b=true, c=d}}  | []
            WrapUp         | {"wrapup":2,"ready":"false","notes":" n "}        | {wrapup=2, notes=n, ready=false}   | [NUMERIC_DATA]
            """)
    void dataShouldBeReadAs(String subtopic, String data, String read, String warnings) {
        Message message = accepted(request(subtopic, data));
        assertThat(message.data()).hasToString(read);
        assertThat(message.warnings()).hasToString(warnings);
    }

    @Test
    void valuesShouldHaveTheTypesThatMessagePromises() {
        assertThat(accepted(request("Register", "{\"afterSeq\":7}")).data()).containsEntry("afterSeq", 7L);
        assertThat(accepted(request("WrapUp", "{\"ready\":\"true\"}")).data()).containsEntry("ready", true);
        assertThat(accepted(request("Hold", "7")).data()).containsEntry("callId", "7");
    }

    @Test
    void sameDataShouldLookTheSameInWhateverOrderItWasSent() {
        Message one = accepted(request("MakeCall", "{\"to\":\"7\",\"campaignId\":\"c\",\"device\":\"d\"}"));
        Message other = accepted(request("MakeCall", "{\"device\":\"d\",\"campaign_id\":\"c\",\"number\":\"(7)\"}"));
        assertThat(other.data().toString()).isEqualTo(one.data().toString());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            2026-03-05T09:30:00Z           | null              | []
            2026-03-05T09:30Z              | null              | []
            2026-03-05T09:30:00.125-06:00  | null              | []
            2026-03-05T09:30:00+0100       | null              | []
            2026-03-05T09:30:00+01         | null              | []
            2026-03-05T09:30:00            | "America/Chicago" | []
            2026-03-29T02:30:00+01:00      | "Europe/Berlin"   | []
            2026-10-25T02:30:00            | "Europe/Berlin"   | [DST_SHIFTED]
            2026-11-01T01:30:00            | "America/Chicago" | [DST_SHIFTED]
            2026-10-25T02:30:00+02:00      | "Europe/Berlin"   | []
            """)
    void callbackTimeShouldStayAsWritten(String time, String zone, String warnings) {
        Message message = accepted(request("Schedule", SCHEDULE.formatted(time, zone)));
        assertThat(message.text("callbackTime")).contains(time);
        assertThat(message.warnings()).hasToString(warnings);
    }

    @Test
    void dialNumberShouldHaveAtMost63Digits() {
        assertThat(accepted(request("MakeCall", "\"+" + "9".repeat(63) + "\"")).text("toAddress"))
                .hasValueSatisfying(number -> assertThat(number).hasSize(64));
        assertThat(refused(request("MakeCall", "\"" + "9".repeat(64) + "\"")).code())
                .hasToString("INVALID_NUMBER");
    }

    @Test
    void variablesShouldBeFewAndShort() {
        String fits = DIAL.formatted(variables(49) + ",\"" + "n".repeat(64) + "\":\"" + "v".repeat(1024) + "\"");
        assertThat(accepted(request("MakeCall", fits)).variables()).hasSize(50);
        assertThat(new String[] {variables(51), "\"" + "n".repeat(65) + "\":\"v\"", "\"n\":\"" + "v".repeat(1025) + "\""
                })
                .allSatisfy(variables -> assertThat(refused(request("MakeCall", DIAL.formatted(variables)))
                                .code())
                        .hasToString("INVALID_DATA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "passwd",
                "pwd",
                "secret",
                "clientSecret",
                "client_secret",
                "token",
                "accessToken",
                "access_token",
                "refreshToken",
                "refresh_token",
                "authorization",
                "cookie",
                "apiKey",
                "api_key",
                "credential",
                "credentials",
                "PASSWORD"
            })
    void secretsShouldNotTravelAsVariables(String name) {
        assertThat(refused(request("MakeCall", DIAL.formatted("\"" + name + "\":\"v\"")))
                        .code())
                .hasToString("INVALID_DATA");
        assertThat(refused(request("UpdateCallData", "{\"key\":\"" + name + "\",\"value\":\"v\"}"))
                        .code())
                .hasToString("INVALID_DATA");
    }

    @Test
    void callIdAndAddressShouldHaveTheirLongestLengths() {
        assertThat(accepted(request("Hold", "\"" + "c".repeat(128) + "\"")).text("callId"))
                .isPresent();
        assertThat(refused(request("Hold", "\"" + "c".repeat(129) + "\"")).code())
                .hasToString("INVALID_DATA");
        assertThat(accepted(request("Hold", "{\"extn\":\"" + "c".repeat(256) + "\"}"))
                        .data())
                .hasSize(1);
        assertThat(refused(request("Hold", "{\"extn\":\"" + "c".repeat(257) + "\"}"))
                        .code())
                .hasToString("INVALID_DATA");
    }

    private static String variables(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"v" + i + "\":\"x\"").collect(Collectors.joining(","));
    }
}
