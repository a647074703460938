// An agent at Five9: his log-in state, his calls, and how he comes back after migration, silence and loss (sheet 2.3 to 5.6).
import { Calls, Stream } from './events.mjs';
import { Refusal, pause } from './session.mjs';

/** The sheet's own patience, in milliseconds. */
export const TIMING = {
    request: 10_000, dial: 15_000, spreadTimes: 3, spreadPause: 2_000, spreadWithin: 10_000, ping: 15_000,
    looks: [3_000, 6_000, 12_000], unknownAfter: 15_000, moveAfter: 5_000, silent: 30_000, idle: 60_000, watch: 1_000, grace: 1_000,
    backoff: 1_000, backoffLongest: 30_000
};

export class Agent {
    calls = new Calls();
    events = [];
    loginStates = [];
    backs = [];
    troubles = [];

    /** @param own whether he has no desktop beside this client: only then are stations and sessions its own to start */
    constructor(session, { station, own = true }) {
        Object.assign(this, { session, station, own });
        this.me = '/agents/' + session.agentId;
    }

    // ---- log-in state (2.3, 2.4)

    enter() {
        return this.entering ??= this.passStates().finally(() => { this.entering = undefined; });
    }

    async passStates() {
        for (let step = 0; step < 6; step++) {
            const state = await this.session.get(this.me + '/login_state');
            this.loginStates.push(state);
            if (state === 'WORKING') {
                return;
            }
            if (!this.own && state !== 'ACCEPT_NOTICE') {
                throw new Error('NOT_ATTACHED ' + state);
            }
            await this.pass(state);
        }
        throw new Error('AGENT_SESSION_STATE after ' + this.loginStates);
    }

    async pass(state) {
        if (state === 'SELECT_STATION') {
            await this.startSession(true);
        } else if (state === 'ACCEPT_NOTICE') {
            await this.acceptNotices();
        } else if (state === 'SELECT_SKILLS') {
            const skills = await this.session.get(this.me + '/skills');
            await this.session.put(this.me + '/active_skills', skills.map(({ id }) => ({ id })));
        } else if (state === 'RELOGIN') {
            await this.session.put(this.me + '/session_restart');
        } else {
            throw new Error('AGENT_SESSION_STATE ' + state);
        }
    }

    startSession(force) {
        return this.session.put(`${this.me}/session_start${force ? '?force=true' : ''}`, { stationId: this.station, stationType: 'STATION' });
    }

    async acceptNotices() {
        const notices = (await this.session.get(this.me + '/maintenance_notices')).filter(notice => !notice.accepted);
        for (const { id } of notices) {
            await this.session.put(`${this.me}/maintenance_notices/${id}/accept`);
        }
        if (notices.length === 0) {
            await this.startSession(true);
        }
    }

    /** A request in a wrong log-in state is made once more after the state is right. */
    async ask(method, path, body) {
        try {
            return await this.session.request(method, path, body);
        } catch (refusal) {
            if (refusal.contextCode !== 'LOGIN') {
                throw refusal;
            }
            await this.enter();
            return this.session.request(method, path, body);
        }
    }

    // ---- presence (2.5)

    presence() {
        return this.ask('GET', this.me + '/presence');
    }

    ready() {
        return this.present({ readyChannels: ['CALL', 'VOICE_MAIL'], notReadyReasonCodeId: '0' });
    }

    async notReady() {
        const reasons = await this.ask('GET', `/orgs/${this.session.orgId}/not_ready_reason_codes`);
        await this.present({ readyChannels: [], notReadyReasonCodeId: reasons.find(reason => reason.selectable).id });
    }

    present(currentState) {
        return this.ask('PUT', this.me + '/presence',
            { currentState, pendingState: null, currentStateTime: 0, pendingStateDelayTime: 0, gracefulModeOn: false });
    }

    // ---- events (5.4, 5.6)

    async begin() {
        await this.enter();
        await this.open();
        await this.reconcile();
        this.watchman = setInterval(() => this.watch(), this.session.timing.watch);
    }

    async open() {
        const stream = new Stream(this.session, {
            onEvent: (id, event) => this.take(id, event),
            onLost: why => this.stream === stream && this.comeBack(why)
        });
        this.stream?.close();
        this.stream = stream;
        this.at = this.session.base;
        await stream.open();
    }

    take(id, event) {
        this.events.push(event);
        this.lastAt = Date.now();
        if (['3', '30', '4', '5', '31'].includes(id)) {
            this.calls.hear(id, event);
        } else if (id === '17' && !this.coming) {
            this.enter().catch(error => this.troubles.push(error));
        } else if (id === '65') {
            this.makeCallFailed = event.payLoad ?? {};
        } else if (id === '1001' || id === '1002' || id === '1004') {
            this.movesTo = event.payLoad;
            this.mover ??= setTimeout(() => this.move(), this.session.timing.moveAfter);
        } else if (id === '73') {
            this.move();
        } else if (['71', '72', '1000', '1003'].includes(id)) {
            this.comeBack('event ' + id, () => this.session.logInAgain(this.session.tokenId));
        }
    }

    /** What 1002 brought is a hint; farm, and the host again, come from metadata. */
    move() {
        clearTimeout(this.mover);
        this.mover = undefined;
        if (this.movesTo?.dataCenters) {
            this.session.adopt(this.movesTo);
        }
        this.comeBack('moved', () => this.session.locate());
    }

    /** Another socket, then the log-in state, then what is true of the calls; until it works. */
    comeBack(why, first) {
        this.backs.push(why);
        if (first || !this.coming) {
            this.first = first ?? (() => {});
        }
        return this.coming ??= this.tryToComeBack().finally(() => { this.coming = undefined; });
    }

    async tryToComeBack() {
        const { backoff, backoffLongest } = this.session.timing;
        for (let wait = backoff; !this.over; wait = Math.min(2 * wait, backoffLongest)) {
            try {
                const first = this.first;
                await first();
                await this.open();
                await this.enter();
                await this.reconcile();
                if (this.at === this.session.base && this.first === first) {
                    return;
                }
            } catch (error) {
                this.troubles.push(error);
                this.first = () => error.status === 401 ? this.session.logInAgain(this.session.tokenId) : this.session.locate();
                await pause(wait * (0.75 + Math.random() / 2));
            }
        }
    }

    async reconcile() {
        const began = this.calls.heard;
        this.calls.read(await this.ask('GET', this.me + '/interactions/calls'), began);
    }

    /** Pongs prove nothing: a live call of which nothing is heard is asked for, and the log-in state when there is none. */
    async watch() {
        const { silent, idle } = this.session.timing;
        if (this.looking || this.coming || this.mover || this.over) {
            return;
        }
        if (this.at !== this.session.base) {
            this.comeBack('moved');
            return;
        }
        this.looking = true;
        try {
            const live = this.calls.live();
            for (const call of live.filter(one => Date.now() - one.lastAt > silent)) {
                call.lastAt = Date.now();
                if (await this.missed(call)) {
                    this.comeBack('silent');
                    return;
                }
            }
            if (live.length === 0 && Date.now() - (this.lastAt ?? 0) > idle) {
                this.lastAt = Date.now();
                await this.enter();
            }
        } catch (error) {
            this.troubles.push(error);
        } finally {
            this.looking = false;
        }
    }

    /** Whether a call is another than what is known of it, and the event that would say so is not just under way. */
    async missed(call) {
        const { raw, heard } = call;
        const info = await this.ask('GET', this.path(call)).catch(refusal => {
            if (!refusal.gone) {
                throw refusal;
            }
        });
        if (info?.state === raw) {
            return false;
        }
        await pause(this.session.timing.grace);
        return call.heard === heard;
    }

    // ---- calls (3, 4)

    path(call, action = '') {
        return `${this.me}/interactions/calls/${call.id}${action && '/' + action}`;
    }

    act(call, action, body) {
        return this.ask('PUT', this.path(call, action), body);
    }

    /** Of a call that is over already, as good as done. */
    async actOrDone(call, action, body) {
        try {
            await this.act(call, action, body);
        } catch (refusal) {
            if (!refusal.gone) {
                throw refusal;
            }
        }
    }

    /** The first that runs, an outbound one rather than another. */
    async campaign() {
        const { campaignIds } = await this.ask('GET', this.me + '/campaigns_config');
        const campaigns = [];
        for (const id of campaignIds) {
            campaigns.push(await this.ask('GET', `/orgs/${this.session.orgId}/campaigns/${id}`));
        }
        const running = campaigns.filter(one => one.state === 'RUNNING');
        return running.find(one => one.campaignType === 'OUTBOUND') ?? running[0];
    }

    /** The first that needs nobody's consent. */
    async disposition(campaignId) {
        const { dispositions } = await this.ask('GET', `/orgs/${this.session.orgId}/campaigns/${campaignId}/dispositions`);
        return dispositions.find(one => !JSON.stringify(one).includes('MUST_CONFIRM'));
    }

    /**
     * Sent once. Its answer has no call id: the call is the first manual one that was not there before, heard of or read; no answer, or one
     * of 500 and above, says nothing of whether there is one.
     *
     * @return the call, whether the answer was there before it, and the answer to come
     */
    async dial(number, campaignId) {
        if (this.dialling || !this.stream.beating) {
            throw new Error(this.dialling ? 'DIAL_UNDER_WAY' : 'NO_STREAM');
        }
        this.dialling = true;
        this.makeCallFailed = undefined;
        const before = new Set(this.calls.known.keys());
        let settled;
        const answer = this.session
            .once(this.me + '/interactions/make_external_call', { number, campaignId, skipDNCCheck: false, checkMultipleContacts: false })
            .catch(error => error)
            .then(result => { settled = result; return result; });
        try {
            const call = await this.find(number, before, () => settled);
            return { call, answered: settled !== undefined, answer };
        } finally {
            answer.then(() => { this.dialling = false; });
        }
    }

    async find(number, before, answer) {
        const { looks, unknownAfter } = this.session.timing;
        const begun = Date.now();
        let looked = 0;
        for (;;) {
            const call = this.calls.live().find(one => !before.has(one.id) && one.callType === 'MANUAL'
                && (!one.number || one.number.slice(-7) === number.slice(-7)));
            if (call) {
                return call;
            }
            if (answer() instanceof Refusal && answer().status < 500) {
                throw answer();
            }
            if (this.makeCallFailed) {
                throw new Error('MAKE_CALL_FAILED ' + JSON.stringify(this.makeCallFailed));
            }
            const gone = Date.now() - begun;
            if (gone > unknownAfter) {
                throw new Error('UNKNOWN_OUTCOME');
            }
            if (gone > looks[looked]) {
                looked++;
                await this.reconcile();
            }
            await pause(5);
        }
    }

    // ---- the end (2.6)

    /** Nothing of his own goes on; the session stays. */
    leave() {
        this.over = true;
        clearInterval(this.watchman);
        clearTimeout(this.mover);
        this.stream?.close();
    }

    async stop() {
        await this.ask('GET', this.me + '/can_stop_session');
        this.leave();
        await this.session.put(this.me + '/session_stop');
        await this.session.send(this.session.base, 'POST', '/auth/logout');
    }
}
