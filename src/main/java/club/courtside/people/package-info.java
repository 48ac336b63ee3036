/** Who may use Courtside: users of clubs, their invitations and passwords, and the first administrator. */
package club.courtside.people;
