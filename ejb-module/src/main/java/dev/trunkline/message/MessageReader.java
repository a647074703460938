package dev.trunkline.message;

import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one way in: turns what was sent into a canonical message, or refuses it, in the eight steps of contract 1.3. */
@ApplicationScoped
public class MessageReader {
    private final MessageSettings settings;
    private final ChannelNames channels;

    /** For the container's proxy alone. */
    protected MessageReader() {
        this(MessageSettings.DEFAULTS, ChannelNames.shipped());
    }

    MessageReader(MessageSettings settings, ChannelNames channels) {
        this.settings = settings;
        this.channels = channels;
    }

    @Inject
    MessageReader(
            @ConfigProperty(name = MessageSettings.LENIENT_JSON, defaultValue = "true") boolean lenientJson,
            @ConfigProperty(name = MessageSettings.ALLOW_URI, defaultValue = "false") boolean allowUri,
            ChannelNames channels) {
        this(new MessageSettings(lenientJson, allowUri), channels);
    }

    /** Reads a message where no preview record is offered to the agent. */
    public Message read(byte[] body) {
        return read(body, message -> false);
    }

    /**
     * @param offered whether a MakeCall without data accepts a preview record; asked with the message as far as it is understood by then
     * @throws RefusedException with everything that an answer needs
     */
    public Message read(byte[] body, Predicate<Message> offered) {
        Understanding understanding = new Understanding();
        try {
            return read(body, offered, understanding);
        } catch (RefusedException refused) {
            throw new RefusedException(understanding.toldIn(refused.refusal()));
        }
    }

    private Message read(byte[] body, Predicate<Message> offered, Understanding understanding) {
        Set<Warning> warnings = new LinkedHashSet<>();
        Envelope envelope = Envelope.of(MessageText.parse(body, settings.lenientJson(), warnings));
        understanding.requestId(EnvelopeRule.REQUEST_ID.readable(envelope));
        envelope.text("channel").ifPresent(sent -> understanding.channel(told(sent)));
        envelope.checkNames(warnings);
        String channel = channel(envelope.required("channel"));
        Verb spoken = spoken(envelope, warnings);
        understanding.verb(spoken);
        Message bare = bare(channel, spoken, envelope);
        Data data = Data.of(spoken, VerbTokens.token(envelope.required("subtopic")), envelope.data());
        Verb meant = data.verb(() -> offered.test(bare));
        understanding.verb(meant);
        return complete(bare, meant, new DataReader(settings, warnings).read(meant, data), warnings);
    }

    private String told(String sent) {
        return channels.canonical(sent).orElseGet(() -> Words.cut(sent));
    }

    private String channel(String sent) {
        return channels.canonical(sent).orElseThrow(() -> {
            String word = "channel '" + Words.cut(sent) + "'";
            return channels.withoutConnector(sent)
                    ? new RefusedException(Code.NOT_SUPPORTED, word + " is known, but there is no connector for it")
                    : new RefusedException(Code.UNKNOWN_CHANNEL, word + " is not one of " + channels);
        });
    }

    private static Verb spoken(Envelope envelope, Set<Warning> warnings) {
        boolean inbound = TopicTokens.inbound(envelope.required("topic"));
        Verb verb = VerbTokens.verb(envelope.required("subtopic"));
        if (inbound && verb.onCall()) {
            warnings.add(Warning.DEPRECATED_TOPIC);
        }
        return verb;
    }

    /** Channel, verb and the optional members; checked before the data, so that a bad key is not hidden by bad data. */
    private static Message bare(String channel, Verb verb, Envelope envelope) {
        EnvelopeRule source = envelope.has("source") ? EnvelopeRule.SOURCE : EnvelopeRule.SUBJECT;
        Optional<String> requestId = EnvelopeRule.REQUEST_ID.read(envelope);
        return new Message(
                channel,
                verb,
                null,
                source.read(envelope),
                requestId,
                EnvelopeRule.IDEMPOTENCY_KEY.read(envelope),
                EnvelopeRule.AGENT.read(envelope),
                null);
    }

    private static Message complete(Message bare, Verb verb, Map<String, Object> data, Set<Warning> warnings) {
        return new Message(
                bare.channel(),
                verb,
                data,
                bare.source(),
                bare.requestId(),
                bare.idempotencyKey(),
                bare.agent(),
                warnings.stream().map(Warning::name).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
