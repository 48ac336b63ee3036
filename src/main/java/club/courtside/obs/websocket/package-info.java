/**
 * obs-websocket, protocol 5 with RPC version 1 (https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md),
 * as far as a recorder needs it. Plain Java: no thread of its own, nothing of the server's.
 */
package club.courtside.obs.websocket;
