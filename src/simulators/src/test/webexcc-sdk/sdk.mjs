// The official SDK of Webex Contact Center in Node: its bundle, unmodified, in a window that jsdom makes (sheet 9.2). It is pointed at the
// simulator by its own means: a service catalogue of one entry, and a token as the identity service gives it.
import { createRequire } from 'node:module';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const require = createRequire(import.meta.url);
const { JSDOM } = require('jsdom');
const WebSocket = require('ws');

/** A browser's worker that only keeps time. */
class Worker {
    postMessage(message) {
        clearInterval(this.timer);
        if (message.type === 'start') {
            this.timer = setInterval(
                () => this.onmessage?.({ data: { type: 'keepalive', onlineStatus: true } }), message.intervalDuration);
        }
    }

    terminate() {
        clearInterval(this.timer);
    }
}

/** Every socket that the SDK opens, and every message that comes over them, in their order. */
export const sockets = [];
export const messages = [];

class Watched extends WebSocket {
    constructor(...how) {
        super(...how);
        sockets.push(this);
        this.on('message', text => messages.push(JSON.parse(text)));
    }
}

function browser(base) {
    const window = new JSDOM('<!doctype html>', { url: base + '/' }).window;
    Object.assign(globalThis, { window, document: window.document, self: window, WebSocket: Watched, Worker });
    window.WebSocket = Watched;
    for (const name of ['HTMLElement', 'Event', 'CustomEvent', 'ProgressEvent', 'XMLHttpRequest', 'localStorage', 'sessionStorage', 'Node']) {
        globalThis[name] = window[name];
    }
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: {
        onLine: true, userAgent: 'node', mediaDevices: { addEventListener() {}, enumerateDevices: async () => [] } } });
    URL.createObjectURL = () => 'blob:none';
    for (const name of ['MediaStream', 'RTCPeerConnection', 'MediaStreamTrack']) {
        globalThis[name] ??= class {};
    }
    if (!window.crypto?.randomUUID) {
        Object.defineProperty(window, 'crypto', { configurable: true, value: webcrypto });
    }
    return window;
}

/**
 * The SDK of one agent, connected to the identity service but not to the contact centre yet.
 *
 * @param base address of the platform
 * @param token what the identity service gave
 * @param more settings of the SDK's contact centre part
 */
export async function open(base, token, more = {}) {
    const window = browser(base);
    const bundle = new URL('node_modules/@webex/contact-center/umd/contact-center.min.js', import.meta.url);
    vm.runInThisContext(readFileSync(bundle, 'utf8'), { filename: 'contact-center.min.js' });
    const webex = window.Webex.init({
        credentials: token,
        config: {
            logger: { level: process.env.SDK_LOG ?? 'error' },
            credentials: { supertoken: token },
            services: {
                discovery: { u2c: base + '/u2c/api/v1', hydra: base + '/hydra', sqdiscovery: base + '/sq' },
                override: {
                    'wcc-api-gateway': base, metrics: base + '/metrics/api/v1', clientLogs: base + '/client-logs/api/v1' },
                allowedDomains: ['localhost', '127.0.0.1']
            },
            cc: {
                clientType: 'Judge', allowMultiLogin: true, isKeepAliveEnabled: true, force: true, allowAutomatedRelogin: true,
                ...more
            }
        }
    });
    await new Promise(resolve => webex.once('ready', resolve));
    return webex.cc;
}
