/**
 * Cisco Finesse (Unified CCE, PCCE, CCX), 12.5 to 15.0: REST with XML bodies does, XMPP PubSub tells. Sheet: {@code
 * vendors/finesse.md}; section numbers in comments are its. Must not know any other platform, nor how requests come in.
 *
 * <table>
 * <caption>verb and call</caption>
 * <tr><th>verb</th><th>call below /finesse/api</th></tr>
 * <tr><td>Login</td><td>PUT User/{id} state LOGIN with the extension</td></tr>
 * <tr><td>Logout</td><td>PUT User/{id} state LOGOUT, reasonCodeId</td></tr>
 * <tr><td>SetReady</td><td>PUT User/{id} state READY</td></tr>
 * <tr><td>SetNotReady</td><td>PUT User/{id} state NOT_READY, reasonCodeId</td></tr>
 * <tr><td>MakeCall</td><td>POST User/{id}/Dialogs MAKE_CALL; on CCX between PUT User/{id} NOT_READY and READY</td></tr>
 * <tr><td>Answer, Drop, Hold, Retrieve</td><td>PUT Dialog/{id} ANSWER, DROP, HOLD, RETRIEVE</td></tr>
 * <tr><td>Accept, Reject, Close</td><td>PUT Dialog/{id} ACCEPT, REJECT, CLOSE, on the reservation; Skip is REJECT</td></tr>
 * <tr><td>Schedule</td><td>PUT Dialog/{id} UPDATE_SCHEDULED_CALLBACK with callbackTime, then one with callbackNumber</td></tr>
 * <tr><td>CancelSchedule</td><td>PUT Dialog/{id} CANCEL_SCHEDULED_CALLBACK</td></tr>
 * <tr><td>DirectTransfer, Consult</td><td>PUT Dialog/{id} TRANSFER_SST, CONSULT_CALL with toAddress, a number</td></tr>
 * <tr><td>Transfer, Conference</td><td>PUT Dialog/{id} TRANSFER, CONFERENCE, on the call on hold</td></tr>
 * <tr><td>DropConsult</td><td>PUT Dialog/{id} DROP on the consult, then RETRIEVE on the other if it is on hold</td></tr>
 * <tr><td>Swap</td><td>PUT Dialog/{id} HOLD on the one, then RETRIEVE on the other</td></tr>
 * <tr><td>SendDTMF</td><td>PUT Dialog/{id} SEND_DTMF with dtmfString</td></tr>
 * <tr><td>UpdateCallData</td><td>PUT Dialog/{id} UPDATE_CALL_DATA with callvariables or wrapUpReason</td></tr>
 * <tr><td>Reclassify</td><td>PUT Dialog/{id} RECLASSIFY with outboundClassification</td></tr>
 * <tr><td>DropParticipant</td><td>PUT Dialog/{id} PARTICIPANT_DROP, target the participant</td></tr>
 * <tr><td>WrapUp</td><td>PUT Dialog/{id} UPDATE_CALL_DATA with wrapUpReason, then PUT User/{id} READY or NOT_READY</td></tr>
 * </table>
 *
 * <p>Mute and Unmute do not exist in Finesse.
 *
 * <p>Where to look: {@link dev.trunkline.vendor.finesse.FinesseCalls} for what Finesse forgets of a call and for two calls together,
 * {@link dev.trunkline.vendor.finesse.FinessePublishing} for who is told, {@link dev.trunkline.vendor.finesse.FinesseSeat} for what a
 * verb may wait for, {@link dev.trunkline.vendor.finesse.FinesseDialling} for Not Ready around a dial, {@link
 * dev.trunkline.vendor.finesse.FinesseScheduling} for callbacks.
 */
package dev.trunkline.vendor.finesse;
