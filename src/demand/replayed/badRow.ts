/** A row that cannot be used, and why: one clause, values shown safely. */
export class BadRow extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'BadRow';
  }
}
