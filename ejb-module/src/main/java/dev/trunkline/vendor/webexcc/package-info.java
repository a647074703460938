/**
 * Webex Contact Center: REST with JSON bodies does and answers 202, a notification socket tells what came of it, one whole contact at a
 * time. Sheet: {@code vendors/webex-contact-center.md}; section numbers in comments are its. Must not know any other platform, nor how
 * requests come in.
 *
 * <table>
 * <caption>verb and call below /v1; t = tasks/{interactionId}</caption>
 * <tr><th>verb</th><th>call</th></tr>
 * <tr><td>Login</td><td>POST agents/login</td></tr>
 * <tr><td>Logout</td><td>PUT agents/logout, else POST</td></tr>
 * <tr><td>SetReady, SetNotReady</td><td>PUT agents/session/state, Available or Idle and its code</td></tr>
 * <tr><td>MakeCall</td><td>POST tasks</td></tr>
 * <tr><td>Drop</td><td>POST t/end; in a conference t/conference/exit</td></tr>
 * <tr><td>Reject</td><td>POST t/reject</td></tr>
 * <tr><td>Hold, Retrieve</td><td>POST t/hold, t/unhold</td></tr>
 * <tr><td>DirectTransfer</td><td>POST t/transfer</td></tr>
 * <tr><td>Consult, Transfer, Conference</td><td>POST t/consult, t/consult/transfer, t/consult/conference</td></tr>
 * <tr><td>DropConsult</td><td>POST t/consult/end, then t/unhold</td></tr>
 * <tr><td>UpdateCallData</td><td>PATCH t</td></tr>
 * <tr><td>WrapUp</td><td>PUT agents/session/state, POST t/wrapup</td></tr>
 * <tr><td>Schedule, CancelSchedule</td><td>POST, PUT, DELETE callbacks/organization/{org}/scheduled-callback</td></tr>
 * </table>
 *
 * <p>Swap, SendDTMF, Mute, Unmute, DropParticipant and Reclassify do not exist here; Answer, Accept, Close and Skip are for records of
 * campaigns, which are not taken yet: their events end in {@link dev.trunkline.vendor.webexcc.WebexccKind}.
 *
 * <p>Where to look: {@link dev.trunkline.vendor.webexcc.WebexccProgress} for what an event makes of a call, {@link
 * dev.trunkline.vendor.webexcc.WebexccDials} for dials whose events come before their answer, {@link
 * dev.trunkline.vendor.webexcc.WebexccReload} for how the state is read, {@link dev.trunkline.vendor.webexcc.WebexccAsked} for failures
 * that do not say of what, {@link dev.trunkline.vendor.webexcc.WebexccHttp} for what may be sent twice.
 */
package dev.trunkline.vendor.webexcc;
