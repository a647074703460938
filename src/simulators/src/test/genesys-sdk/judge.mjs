// An agent's day as the official SDK has it: signs in, opens a channel, dials, holds, consults, transfers, ends and wraps up. The SDK is
// used as it is and knows nothing of the simulator but its address. Ends with 1 at the first thing that is not as the platform has it.
// Environment: PLATFORM (base address), CONTROL (the simulators' control plane).
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import WebSocket from 'ws';

const sdk = createRequire(import.meta.url)('purecloud-platform-client-v2');
const platform = new URL(process.env.PLATFORM);
const patience = 10_000;

async function until(what, wanted) {
    const end = Date.now() + patience;
    while (!wanted()) {
        assert.ok(Date.now() < end, 'never: ' + what);
        await new Promise(resolve => setTimeout(resolve, 10));
    }
}

function say(what) {
    console.log('ok ' + what);
}

// ---- the SDK, pointed at the simulator by its own means

const described = await (await fetch(process.env.CONTROL + '/platforms/genesys')).json();
const client = sdk.ApiClient.instance;
client.config.live_reload_config = false;
client.setGateway({ host: platform.hostname, protocol: platform.protocol.replace(':', ''), port: Number(platform.port) });

const users = new sdk.UsersApi();
const presence = new sdk.PresenceApi();
const notifications = new sdk.NotificationsApi();
const conversations = new sdk.ConversationsApi();
const tokens = new sdk.TokensApi();

// ---- signing in: the browser's part, then the SDK's

const redirectUri = 'http://localhost/signed-in';
const question = new URLSearchParams({
    client_id: described.clients.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 'of-alice',
    login_hint: 'example:alice@example.com'
});
const browser = await fetch(`${platform.origin}/oauth/authorize?${question}`, { redirect: 'manual' });
assert.equal(browser.status, 302);
const home = new URL(browser.headers.get('location'));
assert.equal(home.searchParams.get('state'), 'of-alice');
const grant = await client.loginCodeAuthorizationGrant(
    described.clients.clientId, described.clients.clientSecret, home.searchParams.get('code'), redirectUri);
assert.ok(grant.accessToken, 'an access token');
assert.ok(grant.refreshToken, 'a refresh token');
const firstToken = grant.accessToken;
const me = await users.getUsersMe({ expand: ['presence', 'routingStatus', 'station'] });
assert.equal(me.name, 'Alice Moreau');
assert.equal(me.username, 'alice@example.com');
assert.equal((await tokens.getTokensMe({})).OAuthClient.id, described.clients.clientId);
say('signs in as ' + me.name);

// ---- phone and presence

const stations = await users.getUsersStationsMe();
assert.equal(stations.effectiveStation.id, me.station.effectiveStation.id);
await users.deleteUsersStationsMeAssociatedstation();
assert.equal((await users.getUsersStationsMe()).effectiveStation, undefined);
await users.putUsersStationsMeAssociatedstationStationId(stations.defaultStation.id);
const definitions = await presence.getPresenceDefinitions0();
const available = definitions.entities.find(one => one.systemPresence === 'Available');
const changed = await presence.patchUserPresencesPurecloud(me.id, { presenceDefinition: { id: available.id } });
assert.equal(changed.presenceDefinition.systemPresence, 'Available');
assert.equal((await users.getUserRoutingstatus(me.id)).status, 'OFF_QUEUE');
say('has a station and is available');

// ---- the channel

const channel = await notifications.postNotificationsChannels();
const topics = ['calls', ''].map(end => `v2.users.${me.id}.conversations${end && '.' + end}`);
const subscribed = await notifications.putNotificationsChannelSubscriptions(channel.id, topics.map(id => ({ id })));
assert.deepEqual(subscribed.entities.map(one => one.state), ['Permitted', 'Permitted']);
const heard = [];
let read = 0;
const socket = new WebSocket(channel.connectUri);
socket.on('message', data => heard.push(JSON.parse(data)));
await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));

/** The next frame of which this is true; what came before it is read. */
async function event(what, wanted) {
    let found = -1;
    await until(what + ', last heard ' + JSON.stringify(heard.at(-1)), () => {
        found = heard.findIndex((frame, at) => at >= read && wanted(frame));
        return found >= 0;
    });
    read = found + 1;
    return heard[found];
}

/** The next snapshot of this call, in the flat form, of which this is true. */
async function snapshot(what, id, wanted) {
    const found = await event(what, one =>
        one.topicName === topics[0] && one.eventBody.id === id && wanted(parties(one.eventBody)));
    return parties(found.eventBody);
}

function parties(body) {
    const own = body.participants.filter(party => party.user?.id === me.id).at(-1);
    const far = body.participants.filter(party => ['customer', 'external'].includes(party.purpose));
    return { own, far: far[0], third: far[1] };
}

socket.send(JSON.stringify({ message: 'ping' }));
await event('a pong', one => one.eventBody?.message === 'pong');
say('listens at a channel');

// ---- a call on behalf of a queue: dial, hold, mute, digits, data, end, wrap-up

const dial = await conversations.postConversationsCalls({
    phoneNumber: '+13125550142', callFromQueueId: described.queueId, attributes: { crmCaseId: 'C-10042' } });
const id = dial.id;
await snapshot('the phone is called', id, ({ own, far }) => own.state === 'contacting' && !far);
await snapshot('the customer is called', id, ({ far }) => far?.state === 'dialing');
const talk = await snapshot('both talk', id, ({ own, far }) => own.state === 'connected' && far?.state === 'connected');
assert.equal(talk.own.purpose, 'agent');
assert.equal(talk.far.purpose, 'customer');
assert.equal(talk.far.dnis, 'tel:+13125550142');
assert.equal(talk.far.attributes.crmCaseId, 'C-10042');
assert.equal((await conversations.getConversationsCalls()).entities[0].id, id);
say('dials');

const own = talk.own.id;
await conversations.patchConversationsCallParticipant(id, own, { held: true });
await snapshot('held', id, ({ own, far }) => own.held && own.startHoldTime && far.confined);
await conversations.patchConversationsCallParticipant(id, own, { held: false });
await snapshot('resumed', id, ({ own, far }) => !own.held && !far.confined);
await conversations.patchConversationsCallParticipant(id, own, { muted: true });
await snapshot('muted', id, ({ own }) => own.muted);
await conversations.postConversationParticipantDigits(id, talk.far.id, { body: { digits: '12#' } });
await conversations.patchConversationsCallParticipantAttributes(id, talk.far.id, { attributes: { promise: 'Friday' } });
await snapshot('data', id, ({ far }) => far.attributes.promise === 'Friday' && far.attributes.crmCaseId === 'C-10042');
say('holds, resumes, mutes, sends digits and data');

await conversations.patchConversationsCallParticipant(id, own, { state: 'disconnected' });
await snapshot('wrap-up is due', id, ({ own }) => own.state === 'disconnected' && own.wrapupRequired && own.startAcwTime && !own.endAcwTime);
const nested = await conversations.getConversation(id);
const communication = nested.participants.find(party => party.id === own).calls[0];
assert.equal(communication.afterCallWork.state, 'pending');
const codes = await conversations.getConversationsCallParticipantWrapupcodes(id, own);
await conversations.postConversationsCallParticipantCommunicationWrapup(
    id, own, communication.id, { body: { code: codes[0].id, notes: 'nobody was cross' } });
const over = await snapshot('wrapped up', id, ({ own, far }) => own.state === 'terminated' && own.endAcwTime && far.state === 'terminated');
assert.equal(over.own.wrapup.code, codes[0].id);
assert.equal(over.own.disconnectType, 'client');
assert.equal(over.far.disconnectType, 'peer');
say('ends and wraps up');

// ---- a busy number, told apart by the nested form only

const busy = await conversations.postConversationsCalls({ phoneNumber: '+13125550101' });
const failed = await snapshot('busy', busy.id, ({ own }) => own.state === 'terminated');
assert.equal(failed.far.disconnectType, 'endpoint');
assert.equal(failed.far.disconnectReasons, undefined);
const reasons = (await conversations.getConversation(busy.id)).participants.at(-1).calls[0].disconnectReasons;
assert.deepEqual(reasons.map(reason => reason.code), [486, 17]);
say('tells busy');

// ---- a consult that becomes a transfer

const second = (await conversations.postConversationsCalls({ phoneNumber: '+13125550142' })).id;
const pair = await snapshot('both talk again', second, ({ far }) => far?.state === 'connected');
await assert.rejects(
    conversations.postConversationsCallParticipantVoiceConsult(second, pair.own.id, { speakTo: 'DESTINATION', address: '+13125550188' }),
    refused => refused.code === 'not.a.participant' && refused.status === 400);
const consult = await conversations.postConversationsCallParticipantVoiceConsult(
    second, pair.far.id, { speakTo: 'DESTINATION', address: '+13125550188' });
const three = await snapshot('consulting', second, ({ third }) => third?.state === 'connected');
assert.equal(three.third.id, consult.destinationParticipantId);
for (const party of [three.own, three.far, three.third]) {
    assert.equal(party.consultParticipantId, consult.destinationParticipantId);
}
assert.ok(three.far.confined);
await conversations.patchConversationsCallParticipantConsult(second, pair.far.id, { speakTo: 'BOTH' });
await snapshot('all three talk', second, ({ far, third }) => third?.state === 'connected' && !far.confined && !third.confined);
await conversations.patchConversationsCallParticipant(second, pair.own.id, { state: 'disconnected' });
await snapshot('transferred', second, ({ own, far, third }) =>
    own.state === 'terminated' && far.state === 'connected' && third?.state === 'connected');
say('consults and transfers');

// ---- what the platform refuses, and a token that ends

await assert.rejects(conversations.postConversationsCalls({}),
    refused => refused.code === 'missing.create.conversation.destination.parameter');
await assert.rejects(conversations.getConversation('5b0d5a0e-9d1c-4f5e-8c11-6a4b1f9e2d70'), refused => refused.status === 404);
await fetch(process.env.CONTROL + '/platforms/genesys/faults', { method: 'POST', body: '{"kind":"expire-token"}' });
// The SDK refreshes and repeats by itself, but tells the caller of the first refusal.
await users.getUsersMe().catch(() => {});
await until('another access token', () => client.authData.accessToken !== firstToken);
assert.equal((await users.getUsersMe()).id, me.id);
say('refreshes its token by itself');

await notifications.deleteNotificationsChannelSubscriptions(channel.id);
await tokens.deleteTokensMe();
socket.close();
console.log('The SDK completed its calls.');
process.exit(0);
