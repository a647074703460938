/**
 * Genesys Web Services (Engage, on premises; once HTCC): REST with JSON bodies behind a cookie does, CometD by long polling tells. Sheet:
 * {@code vendors/genesys-web-services.md}; section numbers in comments are its. Must not know any other platform, nor how requests come in.
 *
 * <table>
 * <caption>verb and operation; d = the agent's device, c = call, below /api/v2</caption>
 * <tr><th>verb</th><th>operation</th></tr>
 * <tr><td>Login, Logout</td><td>POST me StartContactCenterSession, EndContactCenterSession</td></tr>
 * <tr><td>SetReady, SetNotReady</td><td>POST me/channels/voice Ready, NotReady or another state's own</td></tr>
 * <tr><td>MakeCall</td><td>POST me/devices/{d}/calls Dial</td></tr>
 * <tr><td>Answer, Drop, Hold, Retrieve</td><td>POST me/calls/{c} Answer, Hangup, Hold, Retrieve</td></tr>
 * <tr><td>Mute, Unmute, SendDTMF</td><td>MuteCall, UnmuteCall, SendDtmf</td></tr>
 * <tr><td>DirectTransfer</td><td>SingleStepTransfer</td></tr>
 * <tr><td>Consult</td><td>InitiateTransfer or InitiateConference</td></tr>
 * <tr><td>Transfer, Conference</td><td>CompleteTransfer, CompleteConference on the consult</td></tr>
 * <tr><td>Swap</td><td>SwapCalls</td></tr>
 * <tr><td>DropConsult</td><td>Hangup on the consult, then Retrieve</td></tr>
 * <tr><td>UpdateCallData</td><td>UpdateUserData</td></tr>
 * <tr><td>WrapUp</td><td>UpdateUserData, then Ready or NotReady</td></tr>
 * </table>
 *
 * <p>Reclassify and DropParticipant do not exist here; Accept, Reject, Close, Skip, Schedule and CancelSchedule are for records of campaigns,
 * which are not taken yet.
 *
 * <p>Where to look: {@link dev.trunkline.vendor.gws.GwsSession} for cookies and the CSRF token, {@link dev.trunkline.vendor.gws.GwsHttp} for
 * what may be sent twice, {@link dev.trunkline.vendor.gws.GwsCometd} for what all agents' polls share, {@link
 * dev.trunkline.vendor.gws.GwsListening} for one agent's, {@link dev.trunkline.vendor.gws.GwsCalls} for how a call ends, {@link
 * dev.trunkline.vendor.gws.GwsPending} for errors that name no request.
 */
package dev.trunkline.vendor.gws;
