package dev.trunkline.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** Reads what a person wrote behind the program's name, and system properties that begin with {@code simulators.}. */
final class CommandLine {
    static final String HELP =
            """
            Simulated contact-centre platforms: control plane on 8100, Cisco Finesse on 8101 (REST), 8106 and 8107 (XMPP),
            Genesys Cloud on 8102 (login, API and WebSocket, by https and http), Genesys Web Services on 8103 (REST and CometD, by https
            and http).

              --port-offset N      moves every port by N
              --control-port N     port of the control plane
              --agents N           so many numbered agents (agent0001, ...) beside alice, bob, carol, dave, erin
              --certificate FILE   writes the certificate that clients have to trust to FILE, as PEM
              --NAME=VALUE         a setting, for example --finesse.wrapUp=5s (GET /platforms lists them)
              --finesse.xmppServer=HOST:PORT
                                   Finesse's events go through another XMPP server, as its component pubsub.<finesse.xmppDomain>
                                   (XEP-0114), with --finesse.componentSecret; --finesse.xmppSecurePort is that server's
              --help               this text

            Settings of Cisco Finesse beyond times:
              finesse.deployment=ucce|uccx, finesse.release=12.6(2)
              finesse.agentPhones=ring|autoAnswer        what an agent's phone does when another agent calls it
              finesse.wrapUpOnOutgoing, .wrapUpOnIncoming=required|requiredWithWrapUpData|optional|notAllowed
              finesse.reclassifyManual=true              RECLASSIFY is offered on manual calls
              finesse.authMode=nonSso|sso|hybrid         POST /platforms/finesse/tokens {"agent":"alice"} gives tokens
              finesse.secondNode=true                    node b beside node a: 8111 (REST), 8116 and 8117 (XMPP), moved by
                                                         finesse.second.restPort, .xmppPort, .xmppSecurePort, .xmppDomain
              finesse.bothNodes=kick|refuse              an agent at both nodes: the older or the newer one has to go
              finesse.afterFailover=keep|notReady        the state of an agent who comes over from the other node
              finesse.callTypeAfterFailover=kept|empty|null

            Campaigns of Cisco Finesse: POST /platforms/finesse/offers {"agent":"alice","number":"3125550142","mode":"preview"}
            brings a record to an agent who is READY; mode is preview, directpreview, progressive, predictive or callback
            (with "personal":true only this agent's). Without a number the record has none. "timeZone":"+00330" is the
            customer's, in minutes. GET /platforms/finesse/offers and /callbacks are the books, POST
            /platforms/finesse/offers/{id}/withdraw takes an offer back, the fault {"kind":"withdraw-offer"} does so while the
            next ACCEPT is on its way. What no source confirms can be played both ways:
              finesse.offer=30s, finesse.dialer=100ms    until a record times out; from ACCEPT to the customer's call
              finesse.afterOfferTimeout=ready|notReady   the agent's state then
              finesse.reservationState=alerting|active   as which a reservation is shown
              finesse.reservationEnd=atCustomerCall|atAccept|withCustomerCall
                                                         when the reservation of an accepted record goes
              finesse.listsReservations=true             GET Dialogs lists them (else only GET Dialog/{id} knows them)
              finesse.customerCall=fromDialling|atAnswer
                                                         from when on the agent sees the call that the dialer makes
              finesse.linksDialogs=false                 no associatedDialogUri
              finesse.blended=true                       BLENDED_ before BAStatus
              finesse.directPreview=true|false           501 where false; usual on CCX and on CCE from 12.6
              finesse.callbackBy=preview|directPreview   who dials a callback, the dialer or the agent's phone
              finesse.callbackWords=own|usual            call types of callbacks, or those of any other record
              finesse.callbackInOneRequest=true          time and number of a callback in one request are taken, not refused
              finesse.callbackClock=customer|server      by whose clock callbackTime is read; the server's is
                                                         finesse.timezoneOffset (minutes)
              finesse.customerTimeZone=-00360            of records that bring none
              finesse.listsReclassify=false              campaign calls take RECLASSIFY without listing it, as in the seed's sample
              finesse.dialerPrefix=9                     stands before the number that is dialled

            A fault names a node by {"kind":"node-down","node":"a","seconds":10}; without a node it is at both.

            Settings of Genesys Cloud:
              genesys.port=8102
              genesys.speed=1                            with 10 every step of a call takes a tenth of its time; single ones are
                                                         genesys.begin, .station, .stationTimeout, .dialling, .ring, .noAnswer,
                                                         .shortCall, .settle, .wrapUp, .offer, .slowAnswer, .streamCut, .disorder
              genesys.wrapupPrompt=timeout|optional|mandatory|forcedTimeout|agentRequested
                                                         how the queue asks for a wrap-up; genesys.wrapUp is the time for it
              genesys.agentPhones=ring|autoAnswer        what an agent's phone does when another agent calls it
              genesys.clientId, .clientSecret            of the client for users; .serverClientId, .serverClientSecret for client
                                                         credentials, .publicClientId for PKCE (GET /platforms/genesys tells them)
              genesys.scopes, .withoutPermissions        what users' tokens may do, and what their roles lack, by blanks
              genesys.tokenLife=1440m, .browserUser=alice  who is signed in without a login_hint
              genesys.tokenRate=300, .rateWindow=60s     requests of one token; .mostBytes=512000 of one request
              genesys.maximumConferenceParties=8
              genesys.heartbeat=30s, .channelLife=1440m, .closeGrace=60s, .mostChannels=20, .mostTopics=1000
            Each person has a refresh token from before, refresh-alice and so on; POST /platforms/genesys/tokens
            {"agent":"alice"} gives what a sign-in would. GET /platforms/genesys tells the ids of clients, people and queue:
              curl -u CLIENT_ID:secret-of-the-gateway http://localhost:8102/oauth/token \\
                -d 'grant_type=refresh_token&refresh_token=refresh-alice'
            Faults beyond those of all platforms: error-after, expire-token, revoke-token, silent-channel, half-open, no-heartbeat,
            drop-events, late-snapshot, socket-closing, evict-channel, garbage, swallow, unknown-state, third-leg, station-lost,
            no-station, phone-unanswered, no-lines, withdraw-offer, change-burst. Offers are preview, progressive, power or
            predictive, for who is On Queue.
            What no source confirms can be played both ways:
              genesys.firstEvent=either|beforeAnswer|afterAnswer
                                                         whether the first event comes before the answer to the dial
              genesys.dialStatus=202                     or 200
              genesys.agentLegDials=true                 the agent's leg is told as dialing before it is connected
              genesys.farRings=false                     the far leg is told as alerting when it rings
              genesys.mustBeOnQueue=false                calls on behalf of a queue want the agent On Queue
              genesys.wrapUpUnanswered=true              a queue call that nobody answered is wrapped up too
              genesys.straightToTerminated=false         legs are never told as disconnected
              genesys.holdTwice=true                     each hold is told by two equal snapshots
              genesys.transferFlips=true                 disconnectType transfer turns into peer a moment later
              genesys.leavingCompletes=true              who consulted and leaves transfers; else all is over
              genesys.speakToConference=true             speakTo CONFERENCE is known
              genesys.digitsAt=far|own|either            whose participant id the digits want
              genesys.attributes=merge|replace           what becomes of attributes that an update does not name
              genesys.idleEndsNotResponding=true         PUT routingstatus IDLE is the way out of NOT_RESPONDING
              genesys.carrierReasons=true                SIP and Q.850 codes come with failed calls
              genesys.busyType=endpoint, .noAnswerType=timeout, .rejectType=endpoint
                                                         the disconnectType that goes with them
              genesys.invalidNumber=sip|dialplan|uncallable
                                                         who finds out that a number is none: the carrier, the site, a list
              genesys.refreshTokens=rotate|keep          whether a used refresh token is good for nothing
              genesys.refreshForPublicClients=false      PKCE gives refresh tokens too
              genesys.badGrantStatus=400                 or 401, with invalid_grant
              genesys.onBehalf=true                      client credentials may act for the user in the path
              genesys.userRate=3000                      requests of one user through one client; sources also say 300
              genesys.sharedTopics=false                 client credentials may listen to users' conversations
              genesys.channelsEndWithToken=true          a channel is gone when its token is revoked
              genesys.idleClose=0s                       closes a socket whose client says nothing, with 1001

            Settings of Genesys Web Services:
              gws.port=8103
              gws.speed=1                                with 10 every step of a call takes a tenth of its time; single ones are gws.begin,
                                                         .ring, .busy, .noAnswer, .shortCall, .settle, .wrapUp, .slowAnswer,
                                                         .streamCut, .disorder
              gws.externalUrl=http://gws.example.net:8090     what stands in every uri; hardly ever the host that a client calls
              gws.firstExtension=0                       numbers the agents' telephones from there, in the order of the people
              gws.otherExtensions=15002                  telephones of the house that are no agent's
              gws.voiceFeature=true                      agents have api-voice
              gws.agentPhones=ring|autoAnswer|byHand     what an agent's phone does when it is called; byHand, no request answers it
              gws.csrf=true                              PUT, POST and DELETE need the token that every answer to a GET tells
              gws.balancerCookie=true                    a load balancer's cookie must come back, too
              gws.sessionIdle=30m                        until an HTTP session that nobody uses is over
              gws.pollTimeout=30s, .maxInterval=10s      how long a poll is parked; how long a session lives without one
              gws.clearCall=true, .mute=true, .recording=false     what calls offer by version and configuration
            Sign in with Basic (alice:secret), then with the cookies; GET /platforms/gws tells user and device ids. Faults beyond those of
            all platforms: error-after, swallow, expire-session, rotate-csrf, lose-cookie, drop-session, other-node, lose-batch, silent-channel,
            half-open, voice-down, phone-gone, logged-out, third-call, error-message, same-state, unknown-state, unknown-notification,
            garbage, change-burst. An error whose status is below 100 has that statusCode, one whose text begins with < is a page.
            What no source confirms can be played both ways:
              gws.firstEvent=either|beforeAnswer|afterAnswer
                                                         whether what a request causes is told before its answer
              gws.dialNeedsSession=true, .dialNeedsReady=false
              gws.afterLogin=notReady|ready|loggedIn     what an agent is once his session has begun
              gws.afterWrapUp=ready|before               and when the time for work after a call is over
              gws.tellsWrapUpTime=true                   WrapUpTime stands in extensions while a customer is on the line
              gws.dataAfterRelease=false                 user data of a call may be changed during the work after it
              gws.invalidNumber=httpError|errorMessage|released
              gws.digits=all|numbers                     whether * and # can be sent
              gws.reject=false                           ringing calls offer Reject
              gws.retrieveInConsult=false                the call that waits for a consult still offers Retrieve
              gws.tellsCapabilities=true                 it is told again when the consult ends
              gws.errorTexts=false                       an ErrorMessage has errorMessage and errorCode
              gws.errorStatus=byCode|all500|all200       the HTTP status of a statusCode that is not 0
              gws.csrfFirst=true                         a request without a living session is refused for its token, not for its session
              gws.csrfOnStream=false                     CometD's requests need the token, too
              gws.severalSessions=true                   an agent may be signed in twice
              gws.anonymousStream=forbidden|unsuccessful 403, or a handshake that says it failed
              gws.unknownClient=sessionUnknown|unknownClient  402::session_unknown or 402::Unknown client
              gws.ack=false                              CometD's extension against loss is offered
              gws.metrics=asInSamples|always|never       asInSamples, a dialling call with user data has none, all else has
              gws.callMembers=asDocumented|asCaptured    with ani, recordingState, case, location and country
              gws.participants=objects|strings           strings as in older releases, particulars beside
              gws.callIds=uuid|connId                    what a call's id is

            Each setting may also be given as a system property: -Dsimulators.finesse.wrapUp=5s,
            -Dsimulators.portOffset=100, -Dsimulators.certificate=FILE, -Dsimulators.agents=100.
            """;
    private static final String PREFIX = "simulators.";

    private CommandLine() {}

    static Options read(List<String> words, Properties properties) {
        Options options = fromProperties(properties);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            options = read(options, rest.next(), rest);
        }
        return options;
    }

    private static Options fromProperties(Properties properties) {
        Options options = Options.demo();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                options = fromProperty(options, name.substring(PREFIX.length()), properties.getProperty(name));
            }
        }
        return options;
    }

    private static Options fromProperty(Options options, String name, String value) {
        return switch (name) {
            case "portOffset" -> options.withPortOffset(number(name, value));
            case "agents" -> options.withAgents(number(name, value));
            case "certificate" -> options.withCertificateFile(Path.of(value));
            default -> options.with(name, value);
        };
    }

    private static Options read(Options options, String word, Iterator<String> rest) {
        return switch (word) {
            case "--port-offset" -> options.withPortOffset(number(word, value(word, rest)));
            case "--control-port" -> options.with("control.port", number(word, value(word, rest)));
            case "--agents" -> options.withAgents(number(word, value(word, rest)));
            case "--certificate" -> options.withCertificateFile(Path.of(value(word, rest)));
            default -> setting(options, word);
        };
    }

    private static Options setting(Options options, String word) {
        int equals = word.indexOf('=');
        if (!word.startsWith("--") || equals < 0) {
            throw new IllegalArgumentException("'" + word + "' is not an option; --help lists them.");
        }
        return options.with(word.substring(2, equals), word.substring(equals + 1));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value behind it.");
        }
        return rest.next();
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a whole number, not '" + text + "'.", e);
        }
    }
}
