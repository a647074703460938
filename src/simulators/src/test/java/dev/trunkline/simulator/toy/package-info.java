/**
 * An invented call server, the simulator of the smallest platform there can be: JSON over HTTP, one stream of events for each agent. It is
 * here to show what a further platform costs; nothing outside this folder knows it.
 *
 * <pre>
 * GET    /agents/NAME               the agent and his calls, which is also how a stream begins: {"agent": {...}, "calls": [...]}
 * PUT    /agents/NAME               {"state": "ready|away|out", "phone": "1001", "mark": "..."}
 * PUT    /agents/NAME/events        tells everything again on the stream, in its turn
 * GET    /agents/NAME/events        text/event-stream: {"agent": {...}}, {"call": {...}} or both as above; an empty comment each second
 * POST   /agents/NAME/calls         {"number": "3125550142", "mark": "..."}, answers 201 and the call
 * DELETE /agents/NAME/calls/ID      hangs up
 * </pre>
 *
 * Who asks says so by Basic. A call is dialling, ringing, talking, then over; what happens because of a request has its mark.
 */
package dev.trunkline.simulator.toy;
