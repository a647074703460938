/**
 * Genesys Cloud: REST with JSON bodies does, a notification channel over WebSocket tells, in full snapshots without order. Sheet: {@code
 * vendors/genesys-cloud.md}; section numbers in comments are its. Must not know any other platform, nor how requests come in.
 *
 * <table>
 * <caption>verb and call below /api/v2; c = conversation, own and far = participants of it</caption>
 * <tr><th>verb</th><th>call</th></tr>
 * <tr><td>Login</td><td>PUT users/stations/me/associatedstation/{id}; if Offline PATCH users/{id}/presences/purecloud</td></tr>
 * <tr><td>Logout</td><td>DELETE users/stations/me/associatedstation, if it was ours; PATCH presences/purecloud Offline</td></tr>
 * <tr><td>SetReady, SetNotReady</td><td>PATCH users/{id}/presences/purecloud</td></tr>
 * <tr><td>MakeCall</td><td>POST conversations/calls</td></tr>
 * <tr><td>Answer</td><td>PATCH conversations/calls/{c}/participants/{own} state connected</td></tr>
 * <tr><td>Drop, Reject, Transfer</td><td>the same, state disconnected</td></tr>
 * <tr><td>Hold, Retrieve, Mute, Unmute</td><td>the same, held, muted</td></tr>
 * <tr><td>DirectTransfer</td><td>POST conversations/{c}/participants/{own}/transfer, replace/agent, replace/queue</td></tr>
 * <tr><td>Consult</td><td>POST conversations/calls/{c}/participants/{far}/voice/consult, consult/agent, consult/queue</td></tr>
 * <tr><td>Conference, Swap</td><td>PATCH conversations/calls/{c}/participants/{far}/consult speakTo</td></tr>
 * <tr><td>DropConsult</td><td>DELETE conversations/calls/{c}/participants/{far}/consult</td></tr>
 * <tr><td>SendDTMF</td><td>POST conversations/{c}/participants/{far}/digits</td></tr>
 * <tr><td>UpdateCallData</td><td>PATCH conversations/calls/{c}/participants/{far}/attributes</td></tr>
 * <tr><td>DropParticipant</td><td>PATCH conversations/calls/{c}/participants/{theirs} state disconnected</td></tr>
 * <tr><td>WrapUp</td><td>PATCH presences/purecloud, POST conversations/calls/{c}/participants/{own}/communications/{id}/wrapup</td></tr>
 * <tr><td>Schedule</td><td>POST conversations/{c}/participants/{far}/callbacks</td></tr>
 * <tr><td>CancelSchedule</td><td>PATCH conversations/callbacks/{callback} state disconnected</td></tr>
 * </table>
 *
 * <p>Reclassify does not exist here; Accept, Close and Skip are for records of campaigns, which are not taken yet.
 *
 * <p>Where to look: {@link dev.trunkline.vendor.genesys.GenesysCall} for whose leg is whose, {@link
 * dev.trunkline.vendor.genesys.GenesysLegs} for two tellings of one leg, {@link dev.trunkline.vendor.genesys.GenesysDials} for dials whose
 * answer is late or lost, {@link dev.trunkline.port.oauth.AccessTokens} for tokens, {@link
 * dev.trunkline.vendor.genesys.GenesysHttp} for what may be sent twice, {@link dev.trunkline.vendor.genesys.GenesysTalk} for two calls in
 * one conversation.
 */
package dev.trunkline.vendor.genesys;
