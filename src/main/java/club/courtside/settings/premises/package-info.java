/** What Courtside finds where it is installed: looked at by the doctor and by the health page. Plain Java. */
package club.courtside.settings.premises;
