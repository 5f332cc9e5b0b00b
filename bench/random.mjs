// A small seeded generator of numbers (mulberry32): the same ones on every machine and in benches/respond/random.rs.

export class Random {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  #next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }

  /** @returns an integer from 0 to `end`, without it. */
  below(end) {
    return Math.floor((this.#next() * end) / 2 ** 32);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** @returns true in so many of a hundred cases. */
  percent(share) {
    return this.below(100) < share;
  }
}
