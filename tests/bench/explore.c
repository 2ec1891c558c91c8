/*
 * How fast a C program written for one scenario finds every situation: breadth-first search with an open-addressing
 * hash table of situation numbers, as in `src/analysis/explore.ts`, but with the scenario compiled in. The header that
 * `MODEL` names comes from `native.ts`: what a situation is, WORDS_OF_MODEL, ANSWERS, START, `open_question`, `step`.
 *
 *   gcc -O2 -std=gnu11 -DMODEL='"model.h"' explore.c -o explore && ./explore ROUNDS
 *
 * Prints the number of situations, of steps, a fingerprint of all that was found, and the milliseconds of each round.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include MODEL

static state *states;
static uint16_t *question;
static uint32_t *first_edge;
static uint16_t *edge_answer;
static uint32_t *edge_target;
/* Number + 1 of the situation that lies there; 0 where none does. */
static uint32_t *slots;
static uint32_t count, capacity, mask;
static uint64_t edges, edge_capacity;

static void *sized(void *memory, uint64_t bytes) {
  void *larger = realloc(memory, bytes);
  if (!larger) {
    fputs("out of memory\n", stderr);
    exit(1);
  }
  return larger;
}

static inline uint32_t hashed(const state *of) {
  uint64_t mixed = 0;
  for (int at = 0; at < WORDS_OF_MODEL; at++) {
    mixed = (mixed ^ of->word[at]) * 0x9e3779b97f4a7c15u;
    mixed ^= mixed >> 32;
  }
  return (uint32_t)mixed;
}

static void grow(void) {
  capacity *= 2;
  states = sized(states, capacity * sizeof *states);
  question = sized(question, capacity * sizeof *question);
  first_edge = sized(first_edge, (capacity + 1) * sizeof *first_edge);
  if (capacity > (mask + 1) / 2) {
    mask = capacity * 4 - 1;
    free(slots);
    slots = calloc(mask + 1, sizeof *slots);
    if (!slots) exit(1);
    for (uint32_t number = 0; number < count; number++) {
      uint32_t slot = hashed(&states[number]) & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  }
}

/* Called by the model for each step from the situation that is looked at. */
static inline void arrive(const state *next, uint16_t answer) {
  uint32_t slot = hashed(next) & mask;
  uint32_t found;
  while ((found = slots[slot]) && memcmp(&states[found - 1], next, sizeof *next)) slot = (slot + 1) & mask;
  if (!found) {
    if (count == capacity) {
      grow();
      slot = hashed(next) & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
    }
    states[count] = *next;
    question[count] = open_question(next);
    slots[slot] = found = ++count;
  }
  edge_answer[edges] = answer;
  edge_target[edges++] = found - 1;
}

static void explore(void) {
  capacity = 16;
  edge_capacity = capacity + ANSWERS;
  mask = capacity * 4 - 1;
  states = sized(NULL, capacity * sizeof *states);
  question = sized(NULL, capacity * sizeof *question);
  first_edge = sized(NULL, (capacity + 1) * sizeof *first_edge);
  edge_answer = sized(NULL, edge_capacity * sizeof *edge_answer);
  edge_target = sized(NULL, edge_capacity * sizeof *edge_target);
  slots = calloc(mask + 1, sizeof *slots);
  if (!slots) exit(1);
  edges = 0;
  const state start = START;
  states[0] = start;
  question[0] = open_question(&start);
  slots[hashed(&start) & mask] = count = 1;
  first_edge[0] = 0;
  for (uint32_t number = 0; number < count; number++) {
    if (edges + ANSWERS > edge_capacity) {
      edge_capacity *= 2;
      edge_answer = sized(edge_answer, edge_capacity * sizeof *edge_answer);
      edge_target = sized(edge_target, edge_capacity * sizeof *edge_target);
    }
    /* A copy: the list may move while it grows. */
    const state from = states[number];
    step(&from, question[number]);
    first_edge[number + 1] = edges;
  }
}

/* FNV-1a over numbers (Fowler, Noll, Vo): `native.ts` works out the same of what ours found. */
static uint32_t fingerprint(void) {
  uint32_t print = 2166136261u;
  for (uint32_t at = 0; at < count; at++) print = (print ^ question[at]) * 16777619u;
  for (uint32_t at = 0; at <= count; at++) print = (print ^ first_edge[at]) * 16777619u;
  for (uint64_t at = 0; at < edges; at++) print = (print ^ edge_answer[at]) * 16777619u;
  for (uint64_t at = 0; at < edges; at++) print = (print ^ edge_target[at]) * 16777619u;
  return print;
}

int main(int arguments, char **argument) {
  const int rounds = arguments > 1 ? atoi(argument[1]) : 1;
  for (int round = 0; round < rounds; round++) {
    struct timespec begun, done;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    explore();
    clock_gettime(CLOCK_MONOTONIC, &done);
    if (round == 0) printf("%u %llu %u", count, (unsigned long long)edges, fingerprint());
    printf(" %.4f", (done.tv_sec - begun.tv_sec) * 1e3 + (done.tv_nsec - begun.tv_nsec) / 1e6);
    free(states), free(question), free(first_edge), free(edge_answer), free(edge_target), free(slots);
  }
  putchar('\n');
  return 0;
}
