/**
 * Five9: REST in JSON below the host of the agent's data centre does, a WebSocket per agent tells. Sheet: {@code vendors/five9.md}; section
 * numbers in comments are its. Must not know any other platform, nor how requests come in.
 *
 * <table>
 * <caption>verb and request; a = the agent, c = the call, below /appsvcs/rs/svc/agents/{a}; calls below interactions/calls/{c}</caption>
 * <tr><th>verb</th><th>request</th></tr>
 * <tr><td>Login, Logout</td><td>POST auth/login, then by login_state: session_start, maintenance_notices, active_skills, session_restart;
 * PUT session_stop, POST auth/logout</td></tr>
 * <tr><td>SetReady, SetNotReady</td><td>PUT presence</td></tr>
 * <tr><td>MakeCall</td><td>POST interactions/make_external_call</td></tr>
 * <tr><td>Answer, Reject, Hold, Retrieve, Drop</td><td>PUT answer, reject, hold, unhold, disconnect</td></tr>
 * <tr><td>DirectTransfer</td><td>PUT transfer_to_external_number, transfer_to_agent, transfer_to_skill, transfer_to_campaign</td></tr>
 * <tr><td>Consult</td><td>the same, warm; or POST add_…_to_conference, warm</td></tr>
 * <tr><td>Transfer</td><td>PUT complete_transfer; of a conference POST complete_warm_conference, PUT leave_conference</td></tr>
 * <tr><td>Conference</td><td>POST complete_warm_conference; where a transfer cannot become one, cancel_transfer and add_…</td></tr>
 * <tr><td>DropConsult</td><td>PUT cancel_transfer, or disconnectConferenceParticipant on the third party</td></tr>
 * <tr><td>DropParticipant</td><td>PUT disconnectConferenceParticipant on that party</td></tr>
 * <tr><td>UpdateCallData</td><td>PUT variables_2; a label is kept until the wrap-up</td></tr>
 * <tr><td>Schedule, CancelSchedule</td><td>POST, PUT, DELETE callbacks</td></tr>
 * <tr><td>WrapUp</td><td>PUT presence, then PUT dispose</td></tr>
 * </table>
 *
 * <p>Swap, SendDTMF, Mute, Unmute and Reclassify do not exist here; Accept, Close and Skip are for previews of campaigns, which are not taken
 * yet: their events come to {@link dev.trunkline.vendor.five9.Five9Hearing} and end there.
 *
 * <p>Where to look: {@link dev.trunkline.vendor.five9.Five9SignOn} for the states of a log-in, {@link
 * dev.trunkline.vendor.five9.Five9Session} and {@link dev.trunkline.vendor.five9.Five9Cookies} for what shows who asks, {@link
 * dev.trunkline.vendor.five9.Five9Http} for what may be sent twice, {@link dev.trunkline.vendor.five9.Five9Moves} for another data centre,
 * {@link dev.trunkline.port.stream.Pulse} for a connection that is dead, {@link dev.trunkline.vendor.five9.Five9Pending} for whose a call
 * is, {@link dev.trunkline.vendor.five9.Five9Calls} for what is old news and how a call ends, {@link
 * dev.trunkline.vendor.five9.Five9Parties} for third parties.
 */
package dev.trunkline.vendor.five9;
