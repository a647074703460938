/** The contact centre itself: agents and their stations, tasks, campaigns, callbacks (sheet 2 to 4, 6). Knows no HTTP and no sockets. */
package dev.trunkline.simulator.webexcc.centre;
