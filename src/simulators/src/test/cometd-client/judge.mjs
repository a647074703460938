// An agent's day at Genesys Web Services, his events by the CometD project's own client: signs in with a cookie, shakes hands, subscribes,
// dials, holds, retrieves, consults, transfers, releases. The client is used as it is and knows nothing of the simulator but its address.
// Ends with 1 at the first thing that is not as the platform has it.
// Environment: PLATFORM (base address), CONTROL (the simulators' control plane), CLIENT (cometd, or cometd-3: the line that the platform's
// own desktop ships).
import assert from 'node:assert/strict';
import { adapt } from 'cometd-nodejs-client';
import { CookieJar } from 'tough-cookie';

const platform = process.env.PLATFORM;
const api = platform + '/api/v2';
const patience = 10_000;
const jar = new CookieJar();

adapt({
    cookies: {
        storeCookie: (uri, header, done) => jar.setCookie(header, uri.href, { ignoreError: true }, () => done()),
        retrieveCookies: (context, uri, done) =>
            jar.getCookies(uri.href, {}, (error, cookies) => done(error, (cookies ?? []).map(one => one.cookieString())))
    }
});
const library = await import(process.env.CLIENT);
const CometD = library.CometD ?? library.default.CometD;

function say(what) {
    console.log('ok ' + what);
}

async function until(what, wanted) {
    const end = Date.now() + patience;
    while (!wanted()) {
        assert.ok(Date.now() < end, 'never: ' + what());
        await new Promise(resolve => setTimeout(resolve, 10));
    }
}

// ---- REST, with the cookies that the event stream has too

const csrf = {};

async function rest(method, path, body, more = {}) {
    const cookies = await jar.getCookieString(api);
    const answer = await fetch(api + path, {
        method,
        headers: { ...(body && { 'Content-Type': 'application/json' }), ...(cookies && { Cookie: cookies }), ...csrf, ...more },
        body: body && JSON.stringify(body)
    });
    for (const cookie of answer.headers.getSetCookie()) {
        await jar.setCookie(cookie, api);
    }
    const name = answer.headers.get('X-CSRF-HEADER');
    if (name) {
        csrf[name] = answer.headers.get(name);
    }
    const text = await answer.text();
    const json = answer.headers.get('Content-Type').startsWith('application/json') ? JSON.parse(text) : undefined;
    return { status: answer.status, text, json };
}

async function done(method, path, body) {
    const answer = await rest(method, path, body);
    assert.deepEqual([answer.status, answer.json], [200, { statusCode: 0 }], `${method} ${path}: ${answer.text}`);
}

// ---- signing in

assert.equal((await rest('GET', '/diagnostics/version')).json.version, '8.5.202.96');
const stranger = await rest('GET', '/me');
assert.deepEqual([stranger.status, stranger.json.statusCode], [403, 20]);
const basic = 'Basic ' + Buffer.from('alice:secret').toString('base64');
const me = (await rest('GET', '/me?subresources=features,devices,channels', undefined, { Authorization: basic })).json.user;
assert.equal(me.userName, 'alice');
assert.deepEqual(me.features.map(one => one.id), ['api-voice']);
const device = me.devices[0];
assert.deepEqual(device.userState, { state: 'LoggedOut' });
assert.ok(csrf['X-CSRF-TOKEN'], 'a CSRF token');
assert.ok((await jar.getCookieString(api)).includes('JSESSIONID='), 'a session cookie');
const token = csrf['X-CSRF-TOKEN'];
csrf['X-CSRF-TOKEN'] = 'another';
const wrong = await rest('POST', '/me/channels/voice', { operationName: 'Ready' });
assert.equal(wrong.status, 403);
assert.match(wrong.text, /Missing or invalid Csrf token/);
csrf['X-CSRF-TOKEN'] = token;
say('signs in as ' + me.userName);

// ---- the event stream

const client = new CometD();
client.unregisterTransport('websocket');
client.unregisterTransport('callback-polling');
client.configure({ url: api + '/notifications', requestHeaders: { ...csrf }, logLevel: 'warn' });
const heard = [];
const refused = [];
client.addListener('/meta/unsuccessful', message => refused.push(message));

const channels = ['/v2/me/calls', '/v2/me/devices', '/v2/me/outbound', '/notifications/services'];
let confirmed = 0;
// As the client's own documentation wants it: subscribed again after every handshake.
client.addListener('/meta/handshake', hand => hand.successful && client.batch(() => channels.forEach(channel =>
    client.subscribe(channel, message => heard.push(message), reply => { confirmed += reply.successful ? 1 : 0; }))));

async function connect() {
    await new Promise((resolve, reject) => client.handshake(reply =>
        reply.successful ? resolve() : reject(new Error(JSON.stringify(reply)))));
    const transport = client.getTransport();
    assert.equal(transport.getType ? transport.getType() : transport.type, 'long-polling');
    await until(() => 'subscribed to all, but to ' + confirmed, () => confirmed === channels.length);
}

let read = 0;

/** The next message of which this is true; what came before it is read. */
async function event(what, wanted) {
    let found = -1;
    await until(() => what + ', last heard ' + JSON.stringify(heard.slice(-3)), () => {
        found = heard.findIndex((message, at) => at >= read && wanted(message));
        return found >= 0;
    });
    read = found + 1;
    return heard[found].data;
}

function agentState(state, workMode) {
    return event(state, ({ channel, data }) => channel === '/v2/me/devices' && data.messageType === 'DeviceStateChangeMessage'
        && data.devices[0].userState?.state === state && data.devices[0].userState?.workMode === workMode);
}

async function call(what, wanted) {
    return (await event(what, ({ channel, data }) =>
        channel === '/v2/me/calls' && data.messageType === 'CallStateChangeMessage' && wanted(data.call, data))).call;
}

await connect();
say('listens by long polling');

// ---- the agent session

await done('POST', '/me', { operationName: 'StartContactCenterSession', channels: ['voice'], place: 'Place_' + device.phoneNumber });
await agentState('LoggedIn');
await agentState('NotReady');
await done('POST', '/me/channels/voice', { operationName: 'Ready' });
await agentState('Ready');
say('begins and is ready');

// ---- a call: dial, hold, retrieve, data, digits, release, work after it

const dial = '/me/devices/' + device.id + '/calls';
await done('POST', dial, {
    operationName: 'Dial', destination: { phoneNumber: '3125550142' }, userData: { CustomerSegment: 'Gold' } });
const dialing = await call('Dialing', one => one.state === 'Dialing');
assert.equal(dialing.callType, 'Outbound');
assert.equal(dialing.dnis, '3125550142');
assert.equal(dialing.userData.CustomerSegment, 'Gold');
assert.match(dialing.id, /^[0-9A-V]{32}$/);
const path = '/me' + dialing.path;
await call('Established', one => one.id === dialing.id && one.state === 'Established');
await done('POST', path, { operationName: 'Hold' });
const held = await call('Held', one => one.state === 'Held');
assert.ok(held.capabilities.includes('Retrieve') && !held.capabilities.includes('Hold'));
const notNow = await rest('POST', path, { operationName: 'Hold' });
assert.equal(notNow.json.statusCode, 2);
await done('POST', path, { operationName: 'Retrieve' });
await call('Established again', one => one.state === 'Established');
await done('POST', path, { operationName: 'UpdateUserData', userData: { promise: 'Friday' } });
await call('data', (one, data) => data.notificationType === 'AttachedDataChanged' && one.userData.promise === 'Friday');
await done('POST', path, { operationName: 'SendDtmf', digits: '12' });
await call('digits', (one, data) => data.notificationType === 'DtmfSent');
await done('POST', path, { operationName: 'MuteCall' });
await call('muted', one => one.mute === 'On');
assert.deepEqual((await rest('GET', '/me/calls?fields=*')).json.calls.map(one => one.id), [dialing.id]);
await done('POST', path, { operationName: 'Hangup' });
const released = await call('Released', one => one.state === 'Released');
assert.deepEqual(released.capabilities, []);
await agentState('NotReady', 'AfterCallWork');
await done('POST', '/me/channels/voice', { operationName: 'Ready' });
await agentState('Ready');
assert.equal((await rest('POST', path, { operationName: 'Hangup' })).json.statusCode, 6);
say('dials, holds, retrieves, releases');

// ---- a consult that becomes a transfer

await done('POST', dial, { operationName: 'Dial', destination: { phoneNumber: '3125550143' } });
const customer = await call('Established', one => one.state === 'Established');
await done('POST', '/me' + customer.path, { operationName: 'InitiateTransfer', destination: { phoneNumber: '3125550188' } });
await call('the customer waits', one => one.id === customer.id && one.state === 'Held');
const consult = await call('the consult', one => one.callType === 'Consult' && one.state === 'Established');
assert.equal(consult.parentCallPath, customer.path);
await done('POST', '/me' + consult.path, { operationName: 'SwapCalls', otherCallUri: consult.parentCallUri });
await call('the consulted party waits', one => one.id === consult.id && one.state === 'Held');
await call('the customer is back', one => one.id === customer.id && one.state === 'Established');
await done('POST', '/me' + consult.path, { operationName: 'CompleteTransfer' });
await call('the consult is over', one => one.id === consult.id && one.state === 'Released');
await call('the call is handed over', one => one.id === customer.id && one.state === 'Released');
say('consults, swaps and transfers');

// ---- a session that the server has forgotten: the client shakes hands again by itself

const clientId = client.getClientId();
await fetch(process.env.CONTROL + '/platforms/gws/faults', { method: 'POST', body: '{"kind":"drop-session","agent":"alice"}' });
await until(() => 'another session than ' + clientId, () => client.getClientId() && client.getClientId() !== clientId);
assert.ok(refused.some(one => one.error?.startsWith('402::')), JSON.stringify(refused));
await until(() => 'subscribed again, but ' + confirmed, () => confirmed === 2 * channels.length);
await done('POST', '/me/channels/voice', { operationName: 'NotReady' });
await agentState('NotReady');
say('finds its session unknown and comes back');

// ---- the end: the stream first, then the session, which takes the cookies along

await new Promise(resolve => client.disconnect(resolve));
await done('POST', '/me', { operationName: 'EndContactCenterSession' });
const gone = await rest('GET', '/me');
assert.deepEqual([gone.status, gone.json], [403, { statusCode: 20, statusMessage: 'Access denied' }]);
console.log('The client completed its calls.');
process.exit(0);
