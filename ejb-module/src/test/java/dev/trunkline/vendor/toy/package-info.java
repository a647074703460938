/**
 * The toy, an invented call server with an adapter of the smallest size that is honest: JSON over HTTP does, one stream of server-sent events
 * for each agent tells. It is here to show what a further platform costs, and is in no product. The stream begins with all that there is and
 * says it again when asked, in its turn, so that nothing has to be read beside it.
 *
 * <table>
 * <caption>verb and request; a = the agent, c = the call</caption>
 * <tr><th>verb</th><th>request</th></tr>
 * <tr><td>Login, Logout, SetReady, SetNotReady</td><td>PUT agents/{a}</td></tr>
 * <tr><td>MakeCall</td><td>POST agents/{a}/calls</td></tr>
 * <tr><td>Drop</td><td>DELETE agents/{a}/calls/{c}</td></tr>
 * </table>
 */
package dev.trunkline.vendor.toy;
