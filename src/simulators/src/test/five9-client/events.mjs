// The event socket of Five9, and what is heard of calls (sheet 5.1 to 6.2): first 1010, then text pings against 1202; each connection has
// a key of its own.
import WebSocket from 'ws';
import { json } from './session.mjs';

let connections = 0;

export class Stream {
    pongs = 0;
    unanswered = 0;

    /**
     * @param onEvent is given each event but 1010 and 1202
     * @param onLost is given the close code once, or why there is none; not told after {@link close}
     */
    constructor(session, { key = `judge-${process.pid}-${session.agentId}-${++connections}`, onEvent = () => {}, onLost = () => {} } = {}) {
        Object.assign(this, { session, key, onEvent, onLost });
    }

    open() {
        const url = `${this.session.base.replace('https:', 'wss:')}/appsvcs/ws/${this.key}`;
        this.socket = new WebSocket(url, {
            headers: this.session.handshake(url), maxPayload: 16 << 20, handshakeTimeout: this.session.timing.request });
        return new Promise((resolve, reject) => {
            this.opened = resolve;
            this.socket.on('message', data => this.take(String(data)));
            this.socket.on('unexpected-response', (request, response) => {
                reject(Object.assign(new Error('The handshake was answered ' + response.statusCode), { status: response.statusCode }));
                request.destroy();
            });
            this.socket.on('error', reject);
            this.socket.on('close', code => {
                reject(Object.assign(new Error('The socket was closed with ' + code), { code }));
                this.lose(code);
            });
            const patience = setTimeout(() => reject(new Error('No 1010')), this.session.timing.request);
            this.clear = () => clearTimeout(patience);
        }).then(() => this.beat(), error => {
            this.close();
            throw error;
        }).finally(() => this.clear());
    }

    take(text) {
        const event = json(text);
        const id = event?.context?.eventId == null ? undefined : String(event.context.eventId);
        if (id === '1010') {
            this.opened();
        } else if (id === '1202') {
            this.pongs++;
            this.unanswered = 0;
        } else if (id !== undefined) {
            this.onEvent(id, event);
        }
    }

    beat() {
        this.heart = setInterval(() => {
            if (this.unanswered === 2) {
                this.lose('no pong');
            } else {
                this.unanswered++;
                this.socket.send('ping');
            }
        }, this.session.timing.ping);
        this.beating = true;
    }

    /** Only a socket that was once open can be lost. */
    lose(why) {
        const tell = this.beating;
        this.close();
        if (tell) {
            this.onLost(why);
        }
    }

    close() {
        this.beating = false;
        clearInterval(this.heart);
        this.socket.terminate();
    }
}

const ORDER = { OFFERED: 1, RINGING_ON_OTHER_SIDE: 2, TALKING: 3, ON_HOLD: 3, WRAP_UP: 4, FINISHED: 5 };
const WORD = { RINGING_ON_OTHER_SIDE: 'RINGING', TALKING: 'CONNECTED', ON_HOLD: 'HELD' };

/** What became of each call; a fact that was told before changes nothing, one of the past neither. */
export class Calls {
    known = new Map();
    messages = new Set();
    unknownStates = new Set();
    heard = 0;
    dropped = 0;

    hear(id, { context, payLoad }) {
        if (!payLoad?.id || context.eventReason === 'CONFERENCE_PARTICIPANT_ADDED') {
            return;
        }
        const call = this.of(payLoad);
        const late = context.timeStamp < call.timeStamp;
        call.heard = ++this.heard;
        call.lastAt = Date.now();
        if (late || this.messages.has(context.messageId)) {
            this.dropped++;
            return;
        }
        if (context.messageId != null) {
            this.messages.add(context.messageId);
        }
        call.timeStamp = context.timeStamp ?? call.timeStamp;
        call.tell(id === '5' || id === '31' ? 'FINISHED' : payLoad.state, this);
    }

    /** A reading that began before something was heard of a call says nothing of that call. */
    read(infos, began) {
        const here = new Set(infos.map(info => info.id));
        for (const info of infos) {
            const call = this.of(info);
            if (call.heard <= began) {
                call.tell(info.state, this);
            }
        }
        for (const call of this.live()) {
            if (!here.has(call.id) && call.heard <= began) {
                call.end(true);
            }
        }
    }

    of(info) {
        if (!this.known.has(info.id)) {
            this.known.set(info.id, new Call(info));
        }
        return this.known.get(info.id);
    }

    live() {
        return [...this.known.values()].filter(call => !call.ended);
    }
}

class Call {
    told = ['INITIATED'];
    states = [];
    heard = 0;
    timeStamp = 0;
    lastAt = Date.now();
    ended = false;
    outcomeUnknown = false;

    constructor({ id, callType, number, campaignId }) {
        Object.assign(this, { id, callType, number, campaignId });
    }

    get state() {
        return this.states.at(-1);
    }

    tell(state, calls) {
        this.raw = state;
        if (!(state in ORDER)) {
            calls.unknownStates.add(state);
        } else if (!this.ended && state !== this.state && ORDER[state] >= (ORDER[this.state] ?? 0)) {
            this.states.push(state);
            if (state === 'FINISHED') {
                this.end(false);
            } else if (state === 'WRAP_UP') {
                this.told.push(this.talked ? 'WRAP_UP' : 'FAILED');
            } else if (WORD[state]) {
                this.told.push(WORD[state]);
            }
        }
    }

    end(outcomeUnknown) {
        if (!this.talked && !this.told.includes('FAILED') && !outcomeUnknown) {
            this.told.push('FAILED');
        }
        this.told.push('ENDED');
        this.ended = true;
        this.outcomeUnknown = outcomeUnknown;
    }

    get talked() {
        return this.told.includes('CONNECTED') || this.told.includes('HELD');
    }
}
