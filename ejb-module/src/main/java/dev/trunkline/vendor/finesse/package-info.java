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
 * <tr><td>MakeCall</td><td>POST User/{id}/Dialogs MAKE_CALL</td></tr>
 * <tr><td>Drop, Hold, Retrieve</td><td>PUT Dialog/{id} DROP, HOLD, RETRIEVE</td></tr>
 * <tr><td>WrapUp</td><td>PUT Dialog/{id} UPDATE_CALL_DATA with wrapUpReason, then PUT User/{id} READY or NOT_READY</td></tr>
 * </table>
 *
 * All other verbs refuse by name.
 */
package dev.trunkline.vendor.finesse;
