// A seeded generator of numbers (sfc32), in integers alone: the same ones on every machine.

const WARM_UP = 15;

export class Random {
  #a;
  #b;
  #c;
  #counter = 1;

  /** Each stream of a seed is its own: what one case draws does not move the others. */
  constructor(seed, stream) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = 0x5eed;
    for (let round = 0; round < WARM_UP; round += 1) this.#next();
  }

  #next() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** @returns an integer from 0 to `end`, without it. */
  below(end) {
    return this.#next() % end;
  }

  /** @returns an integer from `first` to `last`, with both. */
  between(first, last) {
    return first + this.below(last - first + 1);
  }

  /** @returns true in so many of a hundred cases. */
  percent(share) {
    return this.below(100) < share;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** Picks from `[weight, value]` pairs; the weights are integers. */
  weighted(pairs) {
    let left = this.below(pairs.reduce((sum, [weight]) => sum + weight, 0));
    return pairs.find(([weight]) => (left -= weight) < 0)[1];
  }

  /** @returns `count` results of `make`. */
  times(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
  }

  /** @returns a text of `first` to `last` parts. */
  text(first, last, make) {
    return this.times(this.between(first, last), make).join("");
  }

  /** @returns the list in another order, without so many of its elements. */
  some(list, without = 0) {
    const left = [...list];
    return this.times(list.length - without, () => left.splice(this.below(left.length), 1)[0]);
  }
}
