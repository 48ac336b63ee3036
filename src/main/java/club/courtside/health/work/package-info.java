/** How the queues stand, for their operator: figures, and what stands still goes on. */
package club.courtside.health.work;
