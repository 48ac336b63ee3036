/** Half an hour or more with one real engine: is anything left over of what came and went? */
package club.courtside.bench.soak;
