package dev.trunkline.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** Reads what a person wrote behind the program's name, and system properties that begin with {@code simulators.}. */
final class CommandLine {
    static final String HELP =
            """
            Simulated contact-centre platforms: control plane on 8100, Cisco Finesse on 8101 (REST), 8106 and 8107 (XMPP).

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
              finesse.deployment=UCCE|UCCX, finesse.release=12.6(2)
              finesse.agentPhones=RING|AUTO_ANSWER       what an agent's phone does when another agent calls it
              finesse.wrapUpOnOutgoing, .wrapUpOnIncoming=REQUIRED|REQUIRED_WITH_WRAP_UP_DATA|OPTIONAL|NOT_ALLOWED
              finesse.reclassifyManual=true              RECLASSIFY is offered on manual calls
              finesse.authMode=NON_SSO|SSO|HYBRID        POST /platforms/finesse/tokens {"agent":"alice"} gives tokens
              finesse.secondNode=true                    node b beside node a: 8111 (REST), 8116 and 8117 (XMPP), moved by
                                                         finesse.second.restPort, .xmppPort, .xmppSecurePort, .xmppDomain
              finesse.bothNodes=KICK|REFUSE              an agent at both nodes: the older or the newer one has to go
              finesse.afterFailover=KEEP|NOT_READY       the state of an agent who comes over from the other node
              finesse.callTypeAfterFailover=KEPT|EMPTY|NULL

            Campaigns of Cisco Finesse: POST /platforms/finesse/offers {"agent":"alice","number":"3125550142","mode":"preview"}
            brings a record to an agent who is READY; mode is preview, directpreview, progressive, predictive or callback
            (with "personal":true only this agent's). Without a number the record has none. "timeZone":"+00330" is the
            customer's, in minutes. GET /platforms/finesse/offers and /callbacks are the books, POST
            /platforms/finesse/offers/{id}/withdraw takes an offer back, the fault {"kind":"withdraw-offer"} does so while the
            next ACCEPT is on its way. What no source confirms can be played both ways:
              finesse.offer=30s, finesse.dialer=100ms    until a record times out; from ACCEPT to the customer's call
              finesse.afterOfferTimeout=READY|NOT_READY  the agent's state then
              finesse.reservationState=ALERTING|ACTIVE   as which a reservation is shown
              finesse.reservationEnd=AT_CUSTOMER_CALL|AT_ACCEPT|WITH_CUSTOMER_CALL
                                                         when the reservation of an accepted record goes
              finesse.listsReservations=true             GET Dialogs lists them (else only GET Dialog/{id} knows them)
              finesse.customerCall=FROM_DIALLING|AT_ANSWER
                                                         from when on the agent sees the call that the dialer makes
              finesse.linksDialogs=false                 no associatedDialogUri
              finesse.blended=true                       BLENDED_ before BAStatus
              finesse.directPreview=true|false           501 where false; usual on CCX and on CCE from 12.6
              finesse.callbackBy=PREVIEW|DIRECT_PREVIEW  who dials a callback, the dialer or the agent's phone
              finesse.callbackWords=OWN|USUAL            call types of callbacks, or those of any other record
              finesse.callbackInOneRequest=true          time and number of a callback in one request are taken, not refused
              finesse.callbackClock=CUSTOMER|SERVER      by whose clock callbackTime is read; the server's is
                                                         finesse.timezoneOffset (minutes)
              finesse.customerTimeZone=-00360            of records that bring none
              finesse.listsReclassify=false              campaign calls take RECLASSIFY without listing it, as in the seed's sample
              finesse.dialerPrefix=9                     stands before the number that is dialled

            A fault names a node by {"kind":"node-down","node":"a","seconds":10}; without a node it is at both.

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
