/**
 * Whether the catalogue (the database) and the shelf (the folder of the videos) agree. Plain Java and JDBC, so that the
 * web application and {@code ./courtside doctor --videos}, which works while nothing runs, compare with the same code.
 * Nothing here changes anything.
 */
package club.courtside.library.inventory;
