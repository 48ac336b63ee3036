/** What {@code /metrics} says, in the text format of Prometheus; the table of it stands in {@code docs/monitoring.md}. */
package club.courtside.health.metrics;
