/** xorshift128 (Marsaglia 2003), seeded by splitting a 32-bit number. */
export class Dice {
  private x: number;
  private y = 362436069;
  private z = 521288629;
  private w = 88675123;
  constructor(seed: number) {
    this.x = (seed * 2654435761) | 0 || 1;
    for (let i = 0; i < 20; i++) this.next();
  }
  next(): number {
    const t = this.x ^ (this.x << 11);
    this.x = this.y;
    this.y = this.z;
    this.z = this.w;
    this.w = this.w ^ (this.w >>> 19) ^ (t ^ (t >>> 8));
    return (this.w >>> 0) / 4294967296;
  }
  /** 0 up to n - 1. */
  int(n: number): number {
    return Math.floor(this.next() * n);
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
  one<T>(of: readonly T[]): T {
    return of[this.int(of.length)];
  }
  /** At least one of 0 up to n - 1. */
  some(n: number): number[] {
    const chosen = Array.from({length: n}, (_, i) => i).filter(() => this.chance(0.5));
    return chosen.length > 0 ? chosen : [this.int(n)];
  }
}
