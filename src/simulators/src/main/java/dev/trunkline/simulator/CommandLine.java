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
            and http), Five9 on 8104 (log-in), 8114 and 8124 (two data centres: REST and WebSocket).

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

            Settings of Five9:
              five9.port=8104, .atlantaPort=8114, .santaClaraPort=8124
                                                         log-in host and the two data centres; agents are at Atlanta first
              five9.speed=1                              with 10 every step of a call takes a tenth of its time; single ones are five9.begin,
                                                         .ring, .busy, .noAnswer, .shortCall, .settle, .wrapUp, .offer, .slowAnswer,
                                                         .streamCut, .disorder
              five9.notices=0, .noticesAfterStart=false  maintenance notices that agents have to accept, before or after session_start
              five9.selectSkills=false                   agents have to choose their skills
              five9.presenceAfterStart=notReady|ready    what an agent is once his session has begun
              five9.withoutPermissions=                  what agents lack, by blanks, for example CAN_DIAL_DNC
              five9.doNotCall=, .sharedNumbers=3125550191    numbers that may not be called, and that several contacts have
              five9.spread=0s                            how long a data centre does not know of a new log-in
              five9.pingWithin=60s                       a socket without the text ping for so long is closed
              five9.agentPhones=ring|autoAnswer          what an agent's phone does when somebody calls it
              five9.extensionsRing=true                  a number that is an agent's station rings there
            Log in with POST /appsvcs/rs/svc/auth/login (alice, secret); an agent's station is his extension. GET /platforms/five9 tells the
            ids of users, campaigns, dispositions and codes. Offers are preview, progressive, power or predictive, for who is ready. Faults
            beyond those of all platforms: migrate, move, silent-socket, half-open, close-stream (status), late-login, error-after, swallow,
            null-ids, late-events, unknown-event, unknown-state, unknown-reason, odd-payload, garbage, big-frame, event (any; status is its
            id, text its payload), notice, select-skills, relogin, station-gone, second-call, permission-gone, campaign-stopped, logged-out,
            not-ready, refuse-login, change-burst. An error hits commands, one with seconds every request; expire-auth with a count refuses
            so many log-ins; silent-socket and half-open concern the sockets that are open then.
            What no source confirms can be played both ways:
              five9.accepts=any|cookies|headers|both     by what a request shows whose it is
              five9.bearer=hyphen|space|either           Bearer-token or Bearer token
              five9.headerBesideCookies=true             an Authorization beside cookies is no harm
              five9.farmIdNeeded=false, .strictFarmId=true   requests need the farmId; one of another farm is refused
              five9.strictCookies=true                   the log-in host's balancer cookies are refused at the data centres
              five9.loginFailure=401, .duplicateLoginStatus=435, .presenceStatus=200, .dialStatus=200, .controlStatus=200, .goneStatus=435
                                                         HTTP statuses
              five9.sessionLife=480m, .sessionExpiration=object|number
              five9.attachSharesToken=false              who attaches gets the token that is there
              five9.forceInEndsCalls=false, .forceKicks=false    what ForceIn and session_start?force=true do to others
              five9.closeCode=1000                       with which sockets close whose session is over
              five9.mostSockets=0, .keylessSocket=false, .sameKey=older|newer, .messageIds=true
              five9.afterMigration=relogin|selectStation|working     what an agent has to do at the other farm
              five9.movedCalls=ended|kept                what becomes of calls when the domain moves
              five9.emptyStationDials=false, .dialNeedsReady=false, .campaignNeeded=true
              five9.numbers=any|nanp10|e164              which numbers are taken
              five9.firstEvent=either|beforeAnswer|afterAnswer
                                                         whether the first event comes before the answer to the dial
              five9.dialBody=false, .offered=true        the dial answers a CallInfo; a call begins as OFFERED
              five9.invalidNumber=refused|failed         435 at once, or event 65
              five9.busyEnds=wrapUp|failed, .rejects=failed|wrapUp   a call in WRAP_UP without TALKING, or event 65 and no call
              five9.makeCallFailed=cti|number|empty      what event 65 holds
              five9.dialErrors=codes|messages            whether a refusal has codes
              five9.multipleContacts=ignore|refuse|ask   what checkMultipleContacts does
              five9.callInfo=minimal|observed|full       members of a call: confirmed, with variables, with number, ani, dnis and so on
              five9.showsDisposition=false               a call says how it was disposed
              five9.finished=true                        event 4 tells FINISHED before event 5
              five9.disconnect=true                      there is such a request
              five9.repeats=accepted|refused             hold on a held call, disconnect in WRAP_UP and so on
              five9.disposeAnswer=call|empty, .variablesAnswer=variables|call|empty
              five9.disposeSkipsWrapUp=true              a live call that is disposed is not told as WRAP_UP first
              five9.wrapUpEnd=system|never               a system disposition when five9.wrapUp is over
              five9.afterCancel=talking|onHold           the customer after a consult that came to nothing
              five9.completeOn=either|original|consult   the call on which a transfer is completed or cancelled
              five9.transferCloses=true                  a dispositionId in a transfer closes the agent's call
              five9.parkedState=parked|onHold            the state of a parked call
              five9.participantCalls=true                participants of a conference are listed and told as calls
              five9.recordingAllowedAt=talking|ringing   when RECORDING_ALLOWED is told
              five9.presencePends=true                   a change of presence during a call waits for its end
              five9.previewTimeout=ends|dials            what becomes of a preview that nobody answers
              five9.strictBodies=false                   bodies that no source shows must be as one would guess
              five9.rate=0                               requests of an agent in a second, else 429; 0 for any number

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
