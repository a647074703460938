// An agent's day at Five9, by a client that knows the protocol sheet and nothing else: logs in, takes a station, dials, holds, disposes, and
// comes back after migration and silence. Where the sheet leaves a choice, readings.md says what this client does. Ends with 1 at the first
// thing that is not as the sheet has it.
// Environment: PLATFORM (log-in host), CONTROL (the simulators' control plane), STYLE (BOTH, HEADERS or COOKIES: how it shows who it is),
// FAILURES (65: busy and invalid numbers are told by event 65, which the sheet leaves open too).
import assert from 'node:assert/strict';
import { Agent, TIMING } from './agent.mjs';
import { Stream } from './events.mjs';
import { Cookies, Session, pause } from './session.mjs';

const { PLATFORM: platform, CONTROL: control, STYLE: style, FAILURES: failures } = process.env;
const timing = { ...TIMING,
    spreadPause: 500, ping: 700, moveAfter: 4_000, silent: 2_500, watch: 100, backoff: 100, backoffLongest: 1_000 };
const patience = 15_000;

async function until(what, wanted) {
    const end = Date.now() + patience;
    while (!await wanted()) {
        assert.ok(Date.now() < end, 'never: ' + (typeof what === 'string' ? what : what()));
        await pause(10);
    }
}

function say(what) {
    console.log('ok ' + what);
}

async function refused(doing, status, more = () => true) {
    const refusal = await doing.then(() => assert.fail('was not refused'), error => error);
    assert.equal(refusal.status, status, refusal.stack);
    assert.ok(more(refusal), refusal.message);
    return refusal;
}

// ---- the world around: what the control plane makes happen, and what a bystander sees

async function cause(path, body) {
    const answer = await fetch(control + '/platforms/five9' + path, { method: 'POST', body: JSON.stringify(body) });
    assert.ok(answer.ok, await answer.text());
}

async function booked() {
    return (await (await fetch(control + '/platforms/five9/calls')).json()).length;
}

const stations = { alice: '1001', bob: '1002', carol: '1003', dave: '1004', erin: '1005' };

function session(name, password = 'secret') {
    return new Session(platform, name, password, { style, allowed: ['localhost'], timing });
}

async function agent(name, policy, options) {
    const one = session(name);
    await one.logIn(policy);
    return new Agent(one, { station: stations[name], ...options });
}

async function heard(who, call, ...told) {
    await until(() => `${told} of ${JSON.stringify(call)}, troubles ${who.troubles}`,
        () => told.every((word, at) => word === call.told.at(at - told.length)));
}

// ---- the doors: who gets in, and with what (2.1, 2.2, 2.4, 5.1)

async function doors() {
    const wrong = await session('bob', 'wrong').logIn('AttachExisting').then(() => assert.fail('a wrong password'), error => error);
    assert.ok(wrong.status >= 400 && wrong.detail, wrong.stack);
    const first = await agent('bob', 'ForceIn');
    const one = first.session;
    assert.notEqual(one.base, new URL(platform).origin);
    assert.equal(one.dataCentre.active, true);
    assert.equal(typeof one.dataCentre.apiUrls[0].port, 'string');
    assert.match(one.agentId, /^\d+$/);
    const was = { base: one.base, farmId: one.farmId };
    await one.locate();
    assert.deepEqual({ base: one.base, farmId: one.farmId }, was);
    say('finds the data centre');

    const state = first.me + '/login_state';
    const token = 'Bearer-' + one.tokenId;
    if (style !== 'HEADERS') {
        const balanced = one.cookies.of(platform).getCookieStringSync(platform);
        assert.match(balanced, /^(BIGipServer|TS)/);
        const replayed = `${one.cookies.header(one.base)}; ${balanced}`;
        await refused(one.send(one.base, 'GET', state, { headers: { ...one.headers(), Cookie: replayed } }), 401,
            refusal => refusal.detail.message === 'User is not logged in' && refusal.errorCode === 401);
    }
    const nobody = { cookies: new Cookies() };
    await refused(one.send(one.base, 'GET', state, { ...nobody, headers: { Authorization: token.replace('-', ' ') } }), 401);
    await refused(one.send(one.base, 'GET', state, { ...nobody, headers: {} }), 401);
    assert.equal(await one.get(state), 'SELECT_STATION');
    say('shows who it is: ' + style);

    await refused(one.once(first.me + '/interactions/make_external_call', { number: '3125550142', campaignId: '1' }), 435,
        refusal => refusal.contextCode === 'LOGIN');
    await first.begin();
    const beside = await agent('bob', 'AttachExisting', { own: false });
    await beside.begin();
    assert.deepEqual(beside.loginStates, ['WORKING']);
    const twice = await beside.startSession(false).then(() => assert.fail('a second session'), error => error);
    assert.equal(twice.contextCode, 'DUPLICATE_LOGIN', twice.message);
    await first.presence();
    const closed = [];
    const streams = ['older', 'newer'].map(name => new Stream(one, {
        key: 'same', onEvent: id => closed.push(`${name} ${id}`), onLost: code => closed.push(`${name} ${code}`) }));
    for (const stream of streams) {
        await stream.open().catch(error => closed.push('newer ' + error.code));
    }
    await until(() => '1020 and 3000 to one of them, but ' + closed,
        () => ['older', 'newer'].some(name => [`${name} 1020`, `${name} 3000`].every(what => closed.includes(what))));
    streams.forEach(stream => stream.close());
    assert.ok(first.stream.beating && beside.stream.beating, 'sockets of other keys stay');
    say('attaches beside another');

    for (const other of [first, beside]) {
        other.comeBack = why => other.backs.push(why);
        other.enter = async () => {};
    }
    const third = await agent('bob', 'ForceIn');
    await refused(one.send(one.base, 'GET', state), 401);
    await until('the sockets of before are closed', () => first.backs.length > 0 && beside.backs.length > 0);
    [first, beside].forEach(other => other.leave());
    await third.begin();
    await third.stop();
    await refused(third.session.send(third.session.base, 'GET', state), 401);
    say('forces its way in and logs out');
}

// ---- log-in states (2.2, 2.3)

async function states() {
    await cause('/faults', { kind: 'late-login', agent: 'erin', seconds: 1 });
    const late = await agent('erin', 'ForceIn');
    await late.begin();
    assert.equal(late.session.logIns, 1);
    await late.stop();
    say('waits until it is known');

    await cause('/faults', { kind: 'notice', agent: 'carol' });
    const carol = await agent('carol', 'ForceIn');
    await carol.begin();
    assert.ok(carol.loginStates.includes('ACCEPT_NOTICE'), `ACCEPT_NOTICE in ${carol.loginStates}`);
    for (const [kind, state] of [['notice', 'ACCEPT_NOTICE'], ['select-skills', 'SELECT_SKILLS'], ['relogin', 'RELOGIN']]) {
        const passed = carol.loginStates.length;
        await cause('/faults', { kind, agent: 'carol' });
        await until(() => `${state} and WORKING after ${kind}: ${carol.loginStates}; ${carol.troubles}`,
            () => carol.loginStates.slice(passed).includes(state) && carol.loginStates.at(-1) === 'WORKING');
    }
    const notices = await carol.ask('GET', carol.me + '/maintenance_notices');
    assert.ok(notices.length > 1 && notices.every(notice => notice.accepted && notice.text), JSON.stringify(notices));
    await carol.stop();
    assert.deepEqual(carol.troubles, []);
    say('accepts notices, chooses skills, begins again');
}

// ---- a day's work (3, 4, 5)

let alice;
let campaign;
let disposition;

async function dispose(call) {
    await alice.actOrDone(call, 'dispose', { dispositionId: disposition.id });
    await until(() => 'ended: ' + JSON.stringify(call) + alice.troubles, () => call.ended);
}

async function dial(number) {
    const made = await booked();
    const dialled = await alice.dial(number, campaign.id);
    assert.match(dialled.call.id, /^[0-9A-F]{32}$/);
    assert.equal(await booked(), made + 1, 'calls of one dial');
    return dialled;
}

async function day() {
    alice = await agent('alice', 'ForceIn');
    await alice.begin();
    await alice.ready();
    await until('ready', async () => (await alice.presence()).currentState.readyChannels.includes('CALL'));
    await until('event 12', () => alice.events.some(event => event.context.eventId === '12'));
    await until('a pong', () => alice.stream.pongs > 0);
    campaign = await alice.campaign();
    disposition = await alice.disposition(campaign.id);
    say('is ready at ' + campaign.name);

    const { call, answer } = await dial('3125550142');
    assert.ok([200, 202, 204].includes((await answer).status));
    await heard(alice, call, 'RINGING', 'CONNECTED');
    assert.equal(call.campaignId, campaign.id);
    assert.equal((await alice.ask('GET', alice.path(call))).state, 'TALKING');
    const stubs = await alice.ask('GET', alice.me + '/interactions');
    assert.deepEqual(stubs, [{ interactionId: call.id, channelType: 'CALL' }]);
    await alice.act(call, 'hold');
    await heard(alice, call, 'CONNECTED', 'HELD');
    await alice.act(call, 'unhold');
    await heard(alice, call, 'HELD', 'CONNECTED');
    await alice.actOrDone(call, 'disconnect');
    await heard(alice, call, 'CONNECTED', 'WRAP_UP');
    await dispose(call);
    assert.deepEqual(call.told, ['INITIATED', 'RINGING', 'CONNECTED', 'HELD', 'CONNECTED', 'WRAP_UP', 'ENDED']);
    const ids = () => alice.events.filter(event => event.payLoad?.id === call.id).map(event => event.context.eventId);
    await until(() => 'all events: ' + ids(), () => ['3', '30', '4', '5', '31'].every(id => ids().includes(id)));
    await alice.actOrDone(call, 'dispose', { dispositionId: disposition.id });
    assert.deepEqual(await alice.ask('GET', alice.me + '/interactions/calls'), []);
    say('dials, holds, retrieves, hangs up, disposes');
}

// ---- far ends: busy, no answer, invalid, slow, lost

async function farEnds() {
    const made = await booked();
    if (failures === '65') {
        for (const number of ['3125550101', '3125550104']) {
            await assert.rejects(alice.dial(number, campaign.id), /^Error: MAKE_CALL_FAILED/);
            await until('the line is free', () => !alice.dialling);
        }
    } else {
        await refused(alice.dial('3125550104', campaign.id), 435, refusal => refusal.detail.message && !refusal.migrated);
        await until('the line is free', () => !alice.dialling);
    }
    assert.equal(await booked(), made, 'calls of dials that failed');
    for (const number of failures === '65' ? ['3125550102'] : ['3125550101', '3125550102']) {
        const { call } = await dial(number);
        await heard(alice, call, 'FAILED');
        assert.ok(!call.talked && !call.ended, 'a disposition is owed');
        await dispose(call);
    }
    for (const number of ['3125550106', '3125550111']) {
        const { call, answered, answer } = await dial(number);
        console.log(`   ${number}: the call was known ${answered ? 'after' : 'before'} the answer`);
        const settled = await answer;
        assert.equal(Math.floor(settled.status / 100), number.endsWith('6') ? 2 : NaN, String(settled));
        await heard(alice, call, 'CONNECTED');
        await dispose(call);
    }
    say('tells busy, unanswered, invalid, slow and lost apart');
}

// ---- a session that ends in mid-call; frames twice and in disorder

async function troubles() {
    const { dropped } = alice.calls;
    await cause('/faults', { kind: 'duplicate-events', agent: 'alice', seconds: 4 });
    await cause('/faults', { kind: 'reorder-events', agent: 'alice', seconds: 4 });
    const calm = pause(4_500);
    const { call } = await dial('3125550142');
    await heard(alice, call, 'CONNECTED');
    await cause('/faults', { kind: 'expire-auth', agent: 'alice' });
    await alice.act(call, 'hold');
    assert.ok(alice.session.logIns > 1);
    await heard(alice, call, 'HELD');
    await dispose(call);
    assert.deepEqual(call.told.filter(word => word === 'HELD' || word === 'ENDED'), ['HELD', 'ENDED']);
    assert.ok(alice.calls.dropped > dropped, 'facts that were heard twice or late');
    await calm;
    say('logs in again in mid-call, hears each fact once');
}

// ---- a socket that pongs and tells nothing (5.6)

async function silence() {
    const { call } = await dial('3125550142');
    await heard(alice, call, 'CONNECTED');
    const { stream } = alice;
    const { pongs } = stream;
    const events = alice.events.length;
    const backs = alice.backs.length;
    await cause('/faults', { kind: 'silent-socket', agent: 'alice', seconds: 8 });
    await cause(`/calls/${call.id}/far-end`, { action: 'hangup' });
    await heard(alice, call, 'WRAP_UP');
    assert.ok(!alice.events.slice(events).some(event => event.payLoad?.state === 'WRAP_UP'), 'learned by reading');
    assert.ok(stream.pongs > pongs, 'pongs meanwhile');
    assert.equal(alice.backs[backs], 'silent');
    await dispose(call);
    assert.notEqual(alice.stream, stream);
    await until('it tells again', async () => {
        const known = alice.events.length;
        await alice.notReady();
        await alice.ready();
        await pause(100);
        return alice.events.length > known;
    });
    say('finds its socket silent and reads');
}

// ---- the tenant goes to another data centre, and back (5.6, 9.3)

async function migration(kind, announced) {
    const { base, farmId } = alice.session;
    const { call } = await dial('3125550142');
    await heard(alice, call, 'CONNECTED');
    const events = alice.events.length;
    await cause('/faults', { kind, agent: 'alice', seconds: 1 });
    await until(() => `another data centre than ${base}, troubles ${alice.troubles}`, () => alice.session.base !== base);
    await until(() => 'back there, troubles ' + alice.troubles, () => !alice.coming && alice.at === alice.session.base && alice.stream.beating);
    assert.notEqual(alice.session.farmId, farmId);
    assert.equal(alice.loginStates.at(-1), 'WORKING');
    await refused(alice.session.send(base, 'GET', alice.me + '/login_state'), 435,
        refusal => refusal.migrated && refusal.farmId === alice.session.farmId);
    const told = alice.events.slice(events).map(event => event.context.eventId);
    assert.ok(told.includes('1002'), told);
    assert.equal(told.includes('70'), announced, told);
    assert.equal(told.includes('73') || !announced, true, told);
    await dispose(call);
    await alice.ready();
    const next = (await dial('3125550142')).call;
    await heard(alice, next, 'CONNECTED');
    await alice.actOrDone(next, 'disconnect');
    await heard(alice, next, 'WRAP_UP');
    await dispose(next);
    console.log(`   ${kind}: ${call.told}; states ${alice.loginStates.slice(-4)}; ${told}`);
}

await doors();
await states();
await day();
await farEnds();
await troubles();
await silence();
await migration('migrate', true);
say('survives a migration');
await migration('move', false);
say('survives a forced move');
await alice.stop();
console.log('The second client completed its calls.');
process.exit(0);
