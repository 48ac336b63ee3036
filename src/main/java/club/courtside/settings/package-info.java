/** What can be set, and where it is read from; plain Java, for the launcher and the web application alike. */
package club.courtside.settings;
