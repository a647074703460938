/**
 * One desk for each agent on each platform: his sign-in, his connection, his state, his calls and the commands that still wait for
 * their effect. Everything a platform tells comes in here, on the desk's lane. Never names a platform.
 */
package dev.trunkline.desk;
