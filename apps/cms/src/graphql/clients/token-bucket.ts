/** How much a client may ask for: at once, and for how long on average. */
export interface Allowance {
  /** Units that a rested client has. */
  capacity: number;
  /** Units that come back each second. */
  perSecond: number;
}

interface Bucket {
  units: number;
  at: number;
}

/** What is left after a request, or how long to wait. */
export type Taken = { ok: true; left: number } | { ok: false; retryAfter: number };

/**
 * Token buckets by client, in cost units. Memory is bounded: when there are too many clients, the one that was silent for longest is
 * forgotten, which can only be to its advantage.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now seconds on a clock that never jumps */
  constructor(
    private readonly mostClients: number,
    private readonly now: () => number = () => performance.now() / 1000,
  ) {}

  /** Takes units from a client's bucket, if it holds them; taking 0 asks whether it holds any. */
  take(client: string, units: number, allowance: Allowance): Taken {
    const bucket = this.refilled(client, allowance);
    const needed = Math.max(1, units);
    if (bucket.units < needed) {
      return { ok: false, retryAfter: Math.max(1, Math.ceil((needed - bucket.units) / allowance.perSecond)) };
    }
    bucket.units -= units;
    return { ok: true, left: Math.floor(bucket.units) };
  }

  /** Takes units even if there are not so many; what is missing has to come back first. */
  charge(client: string, units: number, allowance: Allowance): void {
    const bucket = this.refilled(client, allowance);
    bucket.units = Math.max(-allowance.capacity, bucket.units - units);
  }

  get size(): number {
    return this.buckets.size;
  }

  private refilled(client: string, { capacity, perSecond }: Allowance): Bucket {
    const at = this.now();
    const bucket = this.buckets.get(client) ?? { units: capacity, at };
    bucket.units = Math.min(capacity, bucket.units + (at - bucket.at) * perSecond);
    bucket.at = at;
    // The order of a Map is that of insertion: whoever asks moves to the end.
    this.buckets.delete(client);
    this.buckets.set(client, bucket);
    if (this.buckets.size > this.mostClients) {
      const [silent] = this.buckets.keys();
      if (silent !== undefined) this.buckets.delete(silent);
    }
    return bucket;
  }
}
