/**
 * {@code ./courtside bench --library}: the library of the whole product with 100,000 videos in its database, asked as people
 * and programs ask it, on H2 and on PostgreSQL.
 */
package club.courtside.bench.library;
