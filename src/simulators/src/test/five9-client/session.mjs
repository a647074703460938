// REST of Five9 as one agent's session has it: log-in, data centre, cookies, headers, errors (sheet 1.2, 2.1, 2.2, 3.5).
import { Cookie, CookieJar } from 'tough-cookie';

export const SERVICES = '/appsvcs/rs/svc';

/** The platform said no. */
export class Refusal extends Error {
    constructor(what, status, text) {
        super(`${what} was answered ${status}: ${text}`);
        this.status = status;
        this.detail = json(text)?.five9ExceptionDetail;
        this.errorCode = Number(this.detail?.errorCode);
        this.contextCode = this.detail?.context?.contextCode;
        this.farmId = this.detail?.context?.farmId;
    }

    get migrated() {
        return this.status === 435 && this.errorCode === 5001;
    }

    /** Of an action on a call: it is over or was disposed of. */
    get gone() {
        return this.status === 404 || this.status === 435 && !this.migrated && this.contextCode !== 'LOGIN';
    }
}

/** What is no JSON is nothing. */
export function json(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

export function pause(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** A cookie with a domain goes to every host of it, any other only to the host and port that set it. */
export class Cookies {
    shared = new CookieJar();
    own = new Map();

    take(url, headers) {
        for (const header of headers) {
            const jar = Cookie.parse(header)?.domain ? this.shared : this.of(url);
            jar.setCookieSync(header, url, { ignoreError: true });
        }
    }

    of(url) {
        const authority = new URL(url).host;
        if (!this.own.has(authority)) {
            this.own.set(authority, new CookieJar());
        }
        return this.own.get(authority);
    }

    header(url) {
        return [this.shared.getCookieStringSync(url), this.of(url).getCookieStringSync(url)].filter(Boolean).join('; ');
    }
}

export class Session {
    cookies = new Cookies();
    sent = 0;
    logIns = 0;

    /**
     * @param login address of the log-in host
     * @param options style (BOTH, HEADERS, COOKIES), allowed (ends of host names that a token may be sent to), timing
     */
    constructor(login, userName, password, { style, allowed, timing }) {
        Object.assign(this, { login, userName, password, style, allowed, timing });
    }

    /** Never by itself with ForceIn: that is an agent's own wish. */
    async logIn(policy) {
        const body = { passwordCredentials: { username: this.userName, password: this.password }, appKey: 'trunkline-judge', policy };
        const fresh = new Cookies();
        const answer = await this.send(this.login, 'POST', '/auth/login', { body, cookies: fresh, headers: {} });
        this.cookies = fresh;
        this.adopt(json(answer.text));
        this.loggedInAt = Date.now();
        this.logIns++;
    }

    /** Token, farm and data centre of a log-in's answer, of metadata, or of event 1002, which has the data centres alone. */
    adopt(found) {
        this.tokenId = found.tokenId ?? this.tokenId;
        this.agentId = found.userId ?? this.agentId;
        this.orgId = found.orgId ?? this.orgId;
        this.farmId = found.context?.farmId ?? this.farmId;
        const { dataCenters } = found.metadata ?? found;
        this.dataCentre = dataCenters.find(one => one.active) ?? dataCenters[0];
        const { host, port } = this.dataCentre.apiUrls[0];
        if (!this.allowed.some(end => host === end || host.endsWith('.' + end))) {
            throw new Error('No token for ' + host);
        }
        this.base = `https://${host}:${port}`;
    }

    /** Where the tenant is now: the log-in host knows, also when the data centre of before no longer serves him. */
    async locate() {
        this.adopt(json((await this.send(this.login, 'GET', '/auth/metadata')).text));
    }

    headers(style = this.style) {
        return style === 'COOKIES' ? {} : { Authorization: 'Bearer-' + this.tokenId, ...(this.farmId && { farmId: this.farmId }) };
    }

    /** The handshake has both means, as Five9's own pack, unless it is to be cookies alone. */
    handshake(url) {
        return { ...this.headers(), Cookie: this.cookies.header(url.replace('wss:', 'https:')) };
    }

    async send(base, method, path, { body, headers = this.headers(), cookies = this.cookies, timeout = this.timing.request } = {}) {
        const url = base + SERVICES + path;
        const cookie = this.style !== 'HEADERS' && cookies.header(url);
        this.sent++;
        const answer = await fetch(url, {
            method,
            redirect: 'error',
            signal: AbortSignal.timeout(timeout),
            headers: {
                Accept: 'application/json, text/javascript',
                ...(body !== undefined && { 'Content-Type': 'application/json' }),
                ...(cookie && { Cookie: cookie }),
                ...headers
            },
            body: body === undefined ? undefined : JSON.stringify(body)
        });
        const text = await answer.text();
        cookies.take(url, answer.headers.getSetCookie());
        if (!answer.ok) {
            throw new Refusal(`${method} ${path}`, answer.status, text);
        }
        return { status: answer.status, text };
    }

    /**
     * Sends what may be sent again. Not yet known at the data centre: waits. Logged out: logs in once, beside whoever is there. Migrated:
     * asks where to. Everything else is the caller's.
     */
    async request(method, path, body) {
        let spreading = this.timing.spreadTimes;
        let again = true;
        for (;;) {
            const { tokenId } = this;
            try {
                return json((await this.send(this.base, method, path, { body })).text);
            } catch (refusal) {
                if (refusal.status === 401 && Date.now() - this.loggedInAt < this.timing.spreadWithin && spreading-- > 0) {
                    await pause(this.timing.spreadPause);
                } else if (refusal.status === 401 && again) {
                    again = false;
                    await this.logInAgain(tokenId);
                    spreading = this.timing.spreadTimes;
                } else if (refusal.migrated && again) {
                    again = false;
                    await this.locate();
                } else {
                    throw refusal;
                }
            }
        }
    }

    /** Once for all requests that found the same token dead. */
    async logInAgain(dead) {
        if (dead === this.tokenId) {
            await (this.loggingIn ??= this.logIn('AttachExisting').finally(() => { this.loggingIn = undefined; }));
        }
    }

    get(path) {
        return this.request('GET', path);
    }

    put(path, body) {
        return this.request('PUT', path, body);
    }

    /** Once, whatever comes of it: a dial. */
    once(path, body) {
        return this.send(this.base, 'POST', path, { body, timeout: this.timing.dial });
    }
}
