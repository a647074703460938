// The second part of the judge's day: the page is loaded again and finds the wrap-up that is still due.
import assert from 'node:assert/strict';
import { Agent, booked, control, described, ended, refused, say } from './agent.mjs';

const left = process.argv[2];
const agent = await Agent.at('alice');
const cc = agent.cc;

const profile = await cc.register();
assert.equal(profile.isAgentLoggedIn, true);
assert.equal(profile.deviceType, 'EXTENSION');
const task = await agent.told('task:hydrate');
assert.equal(task.data.interactionId, left);
assert.equal(task.data.type, 'AgentContact');
assert.equal(task.data.wrapUpRequired, true);
assert.equal(task.data.interaction.participants[profile.agentId].isWrapUp, true);
assert.equal((await booked(left)).state, 'wrapUp');
say('finds its wrap-up when it is loaded again');

const gate = await refused(cc.startOutdial('+13125550142', described.anis[0]));
assert.match(gate.message, /NO_MATCHING_AGENT_CHANNEL_FOUND/);
const code = profile.wrapupCodes.find(one => one.name === 'Call back later');
await task.wrapup({ auxCodeId: code.id, wrapUpReason: code.name });
await ended(left);
await agent.available();
const next = await agent.talk('+13125550142');
await next.end();
await next.wrapup({ auxCodeId: code.id, wrapUpReason: code.name });
await ended(next.data.interactionId);
say('and goes on');

const out = await cc.stationLogout({ logoutReason: 'the day is over' });
assert.equal(out.data.type, 'AgentLogoutSuccess');
const gone = await refused(cc.setAgentState({ state: 'Available', auxCodeId: '0' }));
assert.match(gone.message, /AGENT_NOT_FOUND/);
assert.ok((await control('/calls')).every(call => call.ended), 'no call is open');
say('logs out');
process.exit(0);
