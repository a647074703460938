// What both parts of the judge share: an agent at the SDK, all that he is told, the simulators' books, and how to wait.
import assert from 'node:assert/strict';
import { messages, open } from './sdk.mjs';

export const platform = process.env.PLATFORM;
const patience = 45_000;

export async function until(what, wanted) {
    const end = Date.now() + patience;
    for (;;) {
        const found = await wanted();
        if (found) {
            return found;
        }
        assert.ok(Date.now() < end, 'never: ' + what());
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}

export function say(what) {
    console.log('ok ' + what);
}

process.on('exit', status => {
    if (status !== 0) {
        console.log('heard last:\n' + messages.slice(-25).map(one => JSON.stringify(one).slice(0, 400)).join('\n'));
    }
});

// ---- the simulators' control plane

export async function control(path, body) {
    const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(process.env.CONTROL + '/platforms/webexcc' + path, how);
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
}

/** What stands in the books of a call; nothing if it is not there. */
export async function booked(id) {
    return (await control('/calls')).find(call => call.callId === id);
}

export async function ended(id) {
    await until(() => `${id} has ended in the books`, async () => {
        const call = await booked(id);
        return call?.ended && call.state !== 'wrapUp';
    });
}

/** How often each thing was asked for. */
export async function counted(what) {
    return (await control('/requests'))[what] ?? 0;
}

export const described = await control('');

// ---- the identity service

export async function token(name) {
    const answer = await fetch(platform + '/v1/access_token', {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'refresh_token', client_id: described.clientId, client_secret: 'secret-of-the-gateway',
            refresh_token: 'refresh-' + name })
    });
    assert.equal(answer.status, 200);
    const token = await answer.json();
    assert.match(token.access_token, new RegExp(`^[^_]+_[^_]+_${described.orgId}$`));
    assert.ok(token.expires_in > 0 && token.token_type === 'Bearer');
    return token;
}

/** A socket without the SDK, that says nothing. @return what it hears, and whether it is open */
export async function listen(name, isKeepAliveEnabled) {
    const answer = await fetch(platform + '/v1/notification/subscribe', {
        method: 'POST',
        headers: { Authorization: 'Bearer ' + (await token(name)).access_token, 'Content-Type': 'application/json' },
        body: JSON.stringify({ isKeepAliveEnabled, clientType: 'Bystander', allowMultiLogin: true, force: false })
    });
    assert.equal(answer.status, 200);
    const ear = { heard: [], open: true };
    const socket = new WebSocket((await answer.json()).webSocketUrl);
    socket.on('message', text => ear.heard.push(JSON.parse(text).type)).on('close', () => {
        ear.open = false;
    });
    await until(() => 'the welcome of ' + name, () => ear.heard.length > 0);
    return ear;
}

// ---- an agent

const told = [
    'agent:stateChange', 'agent:multiLogin', 'agent:stationLoginSuccess', 'agent:stationLoginFailed', 'agent:logoutSuccess',
    'agent:dnRegistered', 'agent:reloginSuccess', 'agent:stateChangeSuccess', 'agent:stateChangeFailed',
    'task:incoming', 'task:hydrate', 'task:campaignPreviewReservation'];
const ofTask = [
    'task:assigned', 'task:hold', 'task:resume', 'task:end', 'task:wrappedup', 'task:outdialFailed', 'task:rejected', 'task:offerContact',
    'task:consultCreated', 'task:consulting', 'task:consultEnd', 'task:recordingPaused', 'task:recordingResumed'];

/** The SDK with all that it tells, from the moment that it is there. */
export class Agent {
    events = [];

    static async at(name) {
        const agent = new Agent();
        agent.cc = await open(platform, await token(name));
        told.forEach(kind => agent.cc.on(kind, what => agent.hear(kind, what)));
        return agent;
    }

    hear(kind, what) {
        this.events.push({ kind, what });
        if (['task:incoming', 'task:hydrate', 'task:campaignPreviewReservation'].includes(kind)) {
            ofTask.forEach(more => what.on(more, said => this.hear(more, said)));
        }
    }

    forget() {
        this.events.length = 0;
    }

    kinds() {
        return this.events.map(event => event.kind);
    }

    /** What came with the first event of this kind, from now on or since it was last forgotten. */
    async told(kind, wanted = () => true) {
        const fits = event => event.kind === kind && wanted(event.what);
        await until(() => `${kind}, told ${this.kinds()}`, () => this.events.some(fits));
        return this.events.find(fits).what;
    }

    /** The platform's own message of this type about a contact, of which its envelope says the same. */
    async message(type, id) {
        const fits = one => one.data?.type === type && one.data.interactionId === id;
        await until(() => `${type}, heard ${this.heard(id)}`, () => messages.some(fits));
        const { type: family, orgId, trackingId, data } = messages.find(fits);
        assert.equal(family, 'RoutingMessage', type);
        assert.equal(orgId, described.orgId, type);
        assert.match(trackingId, /^notifs_/, type);
        assert.equal(data.eventType, 'RoutingMessage', type);
        assert.equal(data.orgId, described.orgId, type);
        assert.equal(data.agentId, this.id, type);
        assert.ok(data.eventTime > 1_700_000_000_000, type);
        assert.ok(data.trackingId, type);
        return data;
    }

    /** The types of all that was said about a contact. */
    heard(id) {
        return messages.filter(one => one.data?.interactionId === id).map(one => one.data.type);
    }

    /** Dials and is offered the call. @return the task */
    async dial(number) {
        this.forget();
        const offered = await this.cc.startOutdial(number, described.anis[0]);
        assert.equal(offered.data.type, 'AgentOfferContact');
        const task = await this.told('task:incoming');
        assert.equal(task.data.interactionId, offered.data.interactionId);
        return task;
    }

    /** Dials and talks. */
    async talk(number) {
        const task = await this.dial(number);
        await this.told('task:assigned');
        assert.equal(task.data.interaction.state, 'connected');
        return task;
    }

    async available() {
        const set = await this.cc.setAgentState({ state: 'Available', auxCodeId: '0' });
        assert.equal(set.data.subStatus, 'Available');
        assert.equal(set.data.auxCodeId, '0');
    }
}

/** A refusal, by whatever the SDK makes of it. */
export async function refused(promise) {
    try {
        await promise;
    } catch (failure) {
        return failure;
    }
    return assert.fail('nothing was refused');
}
