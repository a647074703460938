package dev.trunkline.message;

import static dev.trunkline.message.Reading.accepted;
import static dev.trunkline.message.Reading.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Verb;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract 2.2, copied once more from the page: the tokens, then the spellings seen. */
class VerbTokensTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MakeCall       | makecall dial MakeCall SetMakeCall Dial
            Answer         | answer answercall SetANSWER SetAnswer Answer
            Accept         | accept acceptcall acceptcontact SetACCEPT
            Reject         | reject rejectcall SetREJECT Reject
            Close          | close closecall closecontact SetCLOSE Close
            Skip           | skip skipcontact Skip
            Schedule       | schedule schedulecall updateschedule updatescheduledcallback callback SetUPDATE_SCHEDULED_CALLBACK UpdateSchedule
            CancelSchedule | cancelschedule cancelscheduledcallback SetCANCEL_SCHEDULED_CALLBACK
            Hold           | hold holdcall SetHOLD SetHold Hold
            Retrieve       | retrieve retrievecall resume unhold SetRETRIEVE Resume Retrieve
            Drop           | drop dropcall disconnect endcall end hangup SetDROP Disconnect Hangup
            DirectTransfer | transfersst directtransfer directtransfercall blindtransfer singlesteptransfer queuetransfer SetTRANSFER_SST QueueTransfer SingleStepTransfer
            Consult        | consult consultcall externalconsult initiatetransfer initiateconference SetCONSULT SetCONSULT_CALL Consult ExternalConsult
            Transfer       | transfer transfercall completetransfer Transfer CompleteTransfer SetTRANSFER
            Conference     | conference conferencecall completeconference Conference SetCONFERENCE
            DropConsult    | dropconsult consultdrop cancelconsult dropconsultcall ConsultDrop
            Swap           | swap swapcall swapcalls Swap SwapCalls
            SendDTMF       | senddtmf dtmf senddtmfcall SendDTMF SendDtmf SetSEND_DTMF
            Mute           | mute mutecall Mute
            Unmute         | unmute unmutecall
            UpdateCallData | updatecalldata updatecallvariables updateuserdata SetUPDATE_CALL_DATA UpdateCallVariables
            WrapUp         | wrapup wrapupcall disposition clearcontact WrapUpCall ClearContact
            Reclassify     | reclassify reclassifycall RECLASSIFY
            DropParticipant | dropparticipant participantdrop
            Login          | login userinfo SetUserInfo Login
            Logout         | logout Logout
            SetReady       | ready readystate SetReadyState SetReady Ready
            SetNotReady    | notready notreadystate SetNotReady SetNotReadyState NotReady
            GetAgentState  | getagentstate
            GetStates      | getstates
            GetWrapupReasonCode    | getwrapupreasoncode getwrapupreasoncodes GetWrapupReasonCode
            GetNotReadyReasonCodes | getnotreadyreasoncodes getnotreadyreasoncode
            GetLogoutReasonCodes   | getlogoutreasoncodes getlogoutreasoncode
            Register       | register
            StateSync      | statesync StateSync
            """)
    void everySpellingShouldMeanItsVerb(String verb, String spellings) {
        assertThat(Arrays.stream(spellings.split(" ")).map(VerbTokens::verb).map(Verb::word))
                .containsOnly(verb);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerbShouldBeKnownByItsOwnWordAndHaveAShapeOfData(Verb verb) {
        assertThat(VerbTokens.verb(verb.word())).isEqualTo(verb);
        assertThat(DataShapes.of(verb)).isNotNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            QueueTransfer  | {"toAddress":"15002"}                          | DirectTransfer | {toAddress=15002} | []
            QueueTransfer  | {"toAddress":"15002","isWarmTransfer":false}   | DirectTransfer | {toAddress=15002} | []
            QueueTransfer  | {"toAddress":"15002","isWarmTransfer":null}    | DirectTransfer | {toAddress=15002} | []
            QueueTransfer  | {"toAddress":"15002","isWarmTransfer":true}    | Consult        | {toAddress=15002} | []
            QueueTransfer  | {"toAddress":"15002","is_warm_transfer":"true"} | Consult       | {toAddress=15002} | []
            DirectTransfer | {"toAddress":"15002","isWarmTransfer":true}    | DirectTransfer | {toAddress=15002} | [UNKNOWN_MEMBER]
            QueueTransfer  | {"queueName":"Sales","isWarmTransfer":true}    | Consult        | {toAddress=Sales, destinationType=queue} | []
            ClearContact   |                                                | WrapUp         | {}                | []
            """)
    void dataShouldDecideWhereTheWordAloneCannot(String word, String data, String verb, String read, String warnings) {
        var message = accepted(request(word, data));
        assertThat(message.verb().word()).isEqualTo(verb);
        assertThat(message.data())
                .containsExactlyInAnyOrderEntriesOf(
                        accepted(request(verb, dataOf(read))).data());
        assertThat(message.warnings()).hasToString(warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"-", "null", "{}"})
    void makeCallWithoutDataShouldAcceptWhatIsOffered(String data) {
        assertThat(Reading.acceptedWhileOffered(request("MakeCall", data)).verb())
                .isEqualTo(Verb.ACCEPT);
    }

    @Test
    void makeCallWithoutDataShouldAskForTheOfferOnItsCanonicalChannel() {
        byte[] body = Reading.bytes("{\"channel\":\"webex cc\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\"}");
        assertThat(Reading.READER
                        .read(body, dial -> dial.channel().equals("Webexcc"))
                        .verb())
                .isEqualTo(Verb.ACCEPT);
    }

    @Test
    void makeCallWithNumberShouldDialWhateverIsOffered() {
        assertThat(Reading.acceptedWhileOffered(request("MakeCall", "\"5550142\""))
                        .verb())
                .isEqualTo(Verb.MAKE_CALL);
    }

    /** {@code {a=b, c=d}} as JSON. */
    private static String dataOf(String printed) {
        return printed.equals("{}") ? null : printed.replaceAll("(\\w+)=(\\w+)", "\"$1\":\"$2\"");
    }
}
