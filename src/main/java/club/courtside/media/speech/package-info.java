/** Writes down what is said, by a Whisper model in whisper.cpp: the only package that touches it. */
package club.courtside.media.speech;
