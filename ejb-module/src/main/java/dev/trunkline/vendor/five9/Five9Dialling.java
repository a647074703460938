package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.Five9Pending.Dialled;
import dev.trunkline.vendor.five9.wire.Campaign;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A dial: registered, then asked for once (sheet 3.1, 3.2). The platform gives no id back; what is heard or read next shows what became of it. */
record Five9Dialling(Five9Client client, AgentSession agent, Five9Seat seat) {
    private static final Logger LOG = Logger.getLogger(Five9Dialling.class.getName());
    private static final int NANP = 10;

    void place(Dial dial) {
        Five9Settings settings = client.settings();
        if (dial.option("callerId").filter(text -> !text.isEmpty()).isPresent()) {
            throw new VendorException(Code.CALLER_ID_NOT_SUPPORTED, "callerId: Five9 shows the number of the campaign");
        }
        if (dial.option("queueId").filter(text -> !text.isEmpty()).isPresent()) {
            throw new VendorException(Code.INVALID_DATA, "queueId: Five9 dials in a campaign (campaignId)");
        }
        atWork();
        heard();
        withPhone();
        Map<String, String> variables = Five9Talk.ids(client, agent, seat, dial.variables());
        String body = Five9Body.dial(
                number(settings, dial.toAddress()),
                campaign(dial),
                settings.skipDncCheck(),
                settings.checkMultipleContacts());
        seat.pending().begin(new Dialled(dial.commandId(), dial.toAddress(), variables));
        if (settings.skipDncCheck()) {
            LOG.log(Level.INFO, "five9 {0}: dial {1} steps over the do-not-call list", new Object[] {
                agent.key(), dial.commandId()
            });
        }
        send(dial, body);
    }

    private void send(Dial dial, String body) {
        try {
            Optional<String> call = client.dial(agent, body);
            call.ifPresent(id -> seat.pending().named(dial.commandId(), id));
            seat.pending().answered(dial.commandId());
        } catch (VendorException refused) {
            if (refused.effect() == Effect.NONE) {
                seat.pending().refused(dial.commandId());
                healed(refused);
                throw refused;
            }
            seat.pending().answered(dial.commandId());
            seat.follow().dialled();
            throw refused;
        }
        seat.follow().dialled();
    }

    /** The log-in has to go on, or is over: the next reading sees to it, but this dial is not sent again. */
    private void healed(VendorException refused) {
        if (refused.code() == Code.AUTH_EXPIRED || Five9ErrorMapper.wrongLogInState(refused)) {
            seat.follow().reread();
        }
    }

    /** What becomes of it is told, not answered: not before the event stream stands (sheet 3.2). */
    private void heard() {
        if (!seat.until(Five9Seat::hears, client.settings().stepTimeout())) {
            throw new VendorException(Code.LINK_DOWN, "the event stream does not stand; nothing was dialled");
        }
    }

    private void atWork() {
        if (seat.out()) {
            throw new VendorException(Code.NOT_LOGGED_IN, "the agent is not at work at Five9");
        }
    }

    private void withPhone() {
        if (seat.agent().filter(now -> now.extension().isEmpty()).isPresent()) {
            throw new VendorException(Code.DEVICE_UNAVAILABLE, "the agent has no station at Five9");
        }
    }

    /** As the platform is to have it (sheet 3.4). */
    static String number(Five9Settings settings, String written) {
        String plain = written.replaceAll("[^0-9+*#]", "");
        return switch (settings.numbers()) {
            case RAW -> plain;
            case E164 -> PhoneNumbers.e164(plain, "US").orElse(plain);
            case NANP10 ->
                PhoneNumbers.e164(plain, "US")
                        .filter(number -> number.startsWith("+1") && number.length() == NANP + 2)
                        .map(number -> number.substring(2))
                        .orElse(plain);
        };
    }

    /** Id, which digits are, or name (sheet 3.1). */
    private String campaign(Dial dial) {
        String named = dial.option("campaignId").orElse("");
        String campaign = named.isEmpty() ? usualCampaign() : resolved(named);
        if (campaign.isEmpty() && client.settings().campaignRequired()) {
            throw new VendorException(Code.CAMPAIGN_REQUIRED, "campaignId: Five9 dials in a campaign");
        }
        return campaign;
    }

    /** Id of the configured one, or empty. */
    String usualCampaign() {
        return resolved(client.settings().defaultCampaign());
    }

    private String resolved(String campaign) {
        return campaign.isEmpty() || campaign.matches("\\d+") ? campaign : id(campaign);
    }

    private String id(String name) {
        return seat.names().campaignNamed(name).orElseGet(() -> {
            for (String id : client.campaignIds(agent)) {
                Campaign campaign = client.campaign(agent, id);
                seat.names().campaign(new Campaign(id, campaign.name()));
                if (campaign.name().equalsIgnoreCase(name)) {
                    return id;
                }
            }
            throw new VendorException(Code.INVALID_DATA, "campaignId: the agent has no campaign of that name");
        });
    }
}
