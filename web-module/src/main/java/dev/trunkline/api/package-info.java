/**
 * The way in and out over HTTP: who is calling, reading, handing over, answering; and every error in the one form of the contract
 * (5.3). Decides nothing: that is done in the EJB module. Begin with {@link dev.trunkline.api.MessagesResource}; who may come in is
 * said by {@link dev.trunkline.api.BearerMechanism}. Must not know how events are pushed.
 */
package dev.trunkline.api;
