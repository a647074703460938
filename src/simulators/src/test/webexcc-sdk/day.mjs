// The first part of the judge's day; ends with a wrap-up that nobody has done.
import assert from 'node:assert/strict';
import { Agent, booked, control, counted, described, ended, listen, refused, say, until } from './agent.mjs';
import { sockets } from './sdk.mjs';

const agent = await Agent.at('alice');
const cc = agent.cc;

// ---- a colleague listens, too: one socket is looked after, one is not

const silent = await listen('bob', true);
const quiet = await listen('bob', false);

// ---- registering: subscribe, Welcome, the configuration, and a reload that finds nothing

const profile = await cc.register();
const me = profile.agentId;
agent.id = me;
assert.equal(profile.agentMailId, 'alice@example.com');
assert.equal(profile.defaultDn, '1001');
assert.ok(profile.isOutboundEnabledForAgent && profile.isOutboundEnabledForTenant, 'outdial is allowed');
assert.equal(profile.outDialEp, described.entryPointId);
assert.deepEqual(profile.teams.map(team => team.teamName ?? team.name), ['Team 1']);
assert.equal(profile.webRtcEnabled, false);
assert.ok(profile.loginVoiceOptions.includes('EXTENSION'));
assert.ok(profile.wrapupCodes.some(code => code.name === 'Sale') && profile.wrapupCodes.some(code => code.name === 'Wrong number'));
assert.ok(profile.idleCodes.some(code => code.name === 'Lunch'));
assert.ok(!profile.isAgentLoggedIn, 'nobody is logged in');
assert.equal((await control('/sessions')).filter(session => session.agent === 'alice').length, 1);
const used = new WebSocket(sockets[0].url);
await new Promise(resolve => used.on('error', resolve).on('open', () => assert.fail('an address is good for one socket')));
say('registers as ' + profile.agentName);

// ---- the station

const teamId = profile.teams[0].teamId ?? profile.teams[0].id;
const login = await cc.stationLogin({ teamId, loginOption: 'EXTENSION', dialNumber: '1001' });
assert.equal(login.agentId, me);
assert.equal(login.status, 'LoggedIn');
assert.equal(login.subStatus, 'Idle');
assert.equal(login.deviceType, 'EXTENSION');
assert.equal(login.dialNumber ?? login.dn, '1001');
assert.equal(login.teamId, teamId);
assert.equal(login.mmProfile.telephony, 1);
await agent.told('agent:dnRegistered', said => said.dn === '1001');
const again = await refused(cc.stationLogin({ teamId, loginOption: 'EXTENSION', dialNumber: '1001' }));
assert.match(again.message, /AGENT_SESSION_ALREADY_EXISTS/);
await agent.available();
const lunch = profile.idleCodes.find(code => code.name === 'Lunch');
const idle = await cc.setAgentState({ state: 'Idle', auxCodeId: lunch.id });
assert.equal(idle.data.subStatus, 'Idle');
assert.equal(idle.data.auxCodeId, lunch.id);
await agent.told('agent:stateChangeSuccess', said => said.auxCodeId === lunch.id);
await agent.available();
say('logs in and is available');

// ---- the caller ids

const anis = (await cc.getOutdialAniEntries({ outdialANI: profile.outdialANIId }));
assert.deepEqual((anis.data ?? anis).map(entry => entry.number), described.anis);
say('reads its caller ids');

// ---- a call: dial, hold, resume, recording, end, wrap-up

const customer = '+13125550142';
const task = await agent.talk(customer);
const id = task.data.interactionId;
const talk = task.data.interaction;
assert.equal(talk.interactionId, id);
assert.equal(talk.mainInteractionId, id);
assert.equal(talk.mediaType, 'telephony');
assert.equal(talk.contactDirection.type, 'OUTBOUND');
assert.equal(talk.outboundType, 'OUTDIAL');
assert.equal(talk.owner, me);
assert.equal(talk.callProcessingDetails.dnis, customer);
assert.equal(talk.callProcessingDetails.ani, described.anis[0]);
assert.equal(talk.callProcessingDetails.outdialAgentId, me);
assert.equal(talk.participants[me].pType, 'Agent');
assert.equal(talk.participants[me].hasJoined, true);
assert.equal(talk.participants[me].dn, '1001');
assert.equal(talk.media[id].isHold, false);
assert.equal(agent.kinds()[0], 'task:incoming');
for (const type of ['AgentContactReserved', 'AgentOfferContact', 'AgentContactAssigned', 'ContactRecordingStarted']) {
    const said = await agent.message(type, id);
    assert.equal(said.mediaResourceId, id, type);
    assert.equal(said.interaction.interactionId, id, type);
}
assert.equal((await booked(id)).number, customer);
assert.equal((await booked(id)).agent, 'alice');
say('dials');

const held = await task.hold();
assert.equal(held.data.type, 'AgentContactHeld');
assert.equal(held.data.interactionId, id);
assert.equal(task.data.interaction.media[id].isHold, true);
await agent.told('task:hold');
const twice = await refused(task.hold());
assert.ok(twice.message, 'a held call cannot be held');
const resumed = await task.resume();
assert.equal(resumed.data.type, 'AgentContactUnheld');
assert.equal(task.data.interaction.media[id].isHold, false);
await agent.told('task:resume');
say('holds and resumes');

await task.pauseRecording();
await agent.told('task:recordingPaused');
await task.resumeRecording({ autoResumed: false });
await agent.told('task:recordingResumed');
say('pauses the recording');

await control('/faults', { kind: 'error', status: 400, count: 1, agent: 'alice' });
const bad = await refused(task.hold());
assert.ok(bad.data.errorType && bad.data.trackingId && bad.data.reasonCode === 400, JSON.stringify(bad.data));
assert.match(bad.message, new RegExp(bad.data.errorType));
say('hears why a request is bad');

await agent.forget();
const over = await task.end();
assert.ok(['AgentWrapup', 'ContactEnded'].includes(over.data.type), over.data.type);
await agent.told('task:end');
await until(() => 'wrap-up is due', () => task.data.wrapUpRequired);
assert.equal(task.data.interaction.participants[me].isWrapUp, true);
assert.equal((await booked(id)).state, 'wrapUp');
const early = await refused(cc.startOutdial(customer, described.anis[0]));
assert.match(early.message, /NO_MATCHING_AGENT_CHANNEL_FOUND/);
const stays = await refused(cc.stationLogout({ logoutReason: 'too early' }));
assert.match(stays.message, /AGENT_HAS_ASSIGNED_CONTACTS/);
say('ends, and can do nothing else before the wrap-up');

const sale = profile.wrapupCodes.find(code => code.name === 'Sale');
const wrapped = await task.wrapup({ auxCodeId: sale.id, wrapUpReason: sale.name });
assert.equal(wrapped.data.type, 'AgentWrappedUp');
assert.equal(wrapped.data.interactionId, id);
await agent.told('task:wrappedup');
await ended(id);
say('wraps up');

// ---- dials that come to nothing

async function finish(one) {
    await until(() => 'wrap-up of ' + one.data.interactionId + ' is due', () => one.data.wrapUpRequired);
    await one.wrapup({ auxCodeId: sale.id, wrapUpReason: sale.name });
    await ended(one.data.interactionId);
    await agent.available();
}

await agent.available();
const busy = await agent.dial('+13125550101');
assert.equal(await agent.told('task:outdialFailed'), 'CUSTOMER_BUSY');
const failure = await agent.message('AgentOutboundFailed', busy.data.interactionId);
assert.equal(failure.reasonCode, 1022);
assert.equal(failure.interaction.state, 'new');
assert.equal(failure.interaction.isTerminated, true);
await finish(busy);
assert.ok(!agent.kinds().includes('task:assigned'));
say('hears that a number is busy');

await control('/faults', { kind: 'fail-early', count: 1, agent: 'alice', text: 'CUSTOMER_BUSY' });
const never = await refused(cc.startOutdial('+13125550142', described.anis[0]));
assert.match(never.message, /CUSTOMER_BUSY/);
const unmet = (await control('/calls')).at(-1);
assert.deepEqual(agent.heard(unmet.callId).slice(0, 2), ['AgentContactReserved', 'AgentOutboundFailed']);
await agent.message('AgentOfferContact', unmet.callId); // it would answer the SDK's next dial
if (unmet.state === 'wrapUp') {
    await finish(cc.taskManager.getTask(unmet.callId));
}
say('hears it before it is offered');

const invalid = await refused(cc.startOutdial('+13125550142', '+10000000000'));
assert.ok(invalid.message);
assert.equal((await control('/calls')).filter(call => call.number === '+10000000000').length, 0);
say('is refused a caller id that is not its own');

const hurry = await agent.talk('+13125550105');
await agent.told('task:end');
await finish(hurry);
say('hears that the customer hangs up');

// ---- a third party

const consulted = await agent.talk(customer);
const thirdId = consulted.data.interactionId;
const consult = await consulted.consult({ to: '+13125550188', destinationType: 'dialNumber', holdParticipants: true });
assert.equal(consult.data.type, 'AgentConsultCreated');
await agent.told('task:consulting');
await consulted.endConsult({ isConsult: true, taskId: thirdId });
await agent.told('task:consultEnd');
assert.equal(consulted.data.interaction.media[thirdId].isHold, true);
await consulted.resume();
const handed = await consulted.transfer({ to: '+13125550188', destinationType: 'dialNumber' });
assert.equal(handed.data.type, 'AgentBlindTransferred');
await finish(consulted);
say('consults and transfers');

// ---- a preview

agent.forget();
await control('/offers', { agent: 'alice', number: '+13125550142', mode: 'preview' });
const offer = await agent.told('task:campaignPreviewReservation');
const details = offer.data.interaction.callProcessingDetails;
assert.equal(offer.data.type, 'AgentOfferCampaignReservation');
assert.equal(offer.data.interaction.outboundType, 'STANDARD_PREVIEW_CAMPAIGN');
assert.ok(Number(details.campaignPreviewOfferTimeout) > Date.now(), details.campaignPreviewOfferTimeout);
assert.ok(['ACCEPT', 'SKIP', 'REMOVE'].includes(details.campaignPreviewAutoAction));
const reservation = offer.data.interactionId;
const campaignId = offer.data.campaignId ?? details.campaignId;
const accepted = await cc.acceptPreviewContact({ interactionId: reservation, campaignId });
assert.equal(accepted.data.type, 'AgentContactAssigned');
assert.equal(accepted.data.reservationInteractionId, reservation);
assert.notEqual(accepted.data.interactionId, reservation);
const called = cc.taskManager.getTask(accepted.data.interactionId);
await called.end();
await finish(called);
say('accepts a preview');

// ---- the socket closes while it talks, and is back

const through = await agent.talk(customer);
agent.forget();
const reads = { subscribe: sockets.length, reload: await counted('commands') };
await control('/faults', { kind: 'cut-stream', seconds: 0.5, agent: 'alice' });
const back = await agent.told('agent:reloginSuccess');
assert.ok(sockets.length > reads.subscribe, 'another socket');
assert.notEqual(sockets.at(-1).url, sockets[0].url, 'an address that was not used before');
assert.equal(back.agentId, me);
assert.deepEqual(back.interactionIds, [through.data.interactionId]);
assert.equal(back.lastStateChangeReason, 'agent-wss-disconnect');
await agent.told('agent:stateChangeSuccess', said => said.subStatus === 'Available');
assert.equal((await control('/sessions')).filter(session => session.agent === 'alice').length, 1);
await through.hold();
await through.resume();
say('comes back when its socket closes');

// ---- the colleague

await until(() => 'a socket that says nothing is closed', () => !silent.open);
assert.ok(quiet.open, 'one that need not say anything is not');
assert.deepEqual([silent.heard, quiet.heard], [['Welcome'], ['Welcome']]);
say('is alone with its calls');

// ---- what is left when the page goes

await through.end();
await until(() => 'wrap-up is due', () => through.data.wrapUpRequired);
console.log('left ' + through.data.interactionId);
process.exit(0);
