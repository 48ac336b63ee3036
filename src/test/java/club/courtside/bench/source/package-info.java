/**
 * The cameras of the bench: a process of its own, so that its processor time is kept apart from what is measured. It
 * sends one prepared film to any number of RTSP readers, each from its first picture on, and knows what it sent.
 */
package club.courtside.bench.source;
