import {localDateOf} from '../../calendar/index.ts';
import {SLACK_MS, type WaitedContact} from './waited.ts';

/** A contact was taken while one of another class, or an older one of its own, could have been taken instead. */
export interface Decision {
  /** Local date. */
  readonly day: string;
  readonly taken: string;
  readonly left: string;
  /** By how much the one that was left had waited longer, ms; negative: less long. */
  readonly longerMs: number;
}

export interface Choosing {
  readonly zone: string;
  /** Class of a contact. */
  readonly classOf: (contact: WaitedContact) => string;
  /** Whether an agent takes from a queue on a day. */
  readonly takes: (agent: string, day: string, queue: string) => boolean;
}

/** Contacts of one queue and class, in order of arrival. */
interface Line {
  readonly queue: string;
  readonly kind: string;
  readonly contacts: WaitedContact[];
  /** Before this one all have left. */
  head: number;
}

/**
 * Every decision in a log: each time a contact that had waited was taken, and of each class the oldest that waited
 * meanwhile and that the agent could have taken too. Where nobody is named, contacts of the same queue.
 */
export function decisionsIn(contacts: readonly WaitedContact[], {zone, classOf, takes}: Choosing): Decision[] {
  const lines = linesOf(contacts, classOf);
  const decisions: Decision[] = [];
  const taken = contacts.filter((one) => one.isTaken).sort((a, b) => a.toMs - b.toMs);
  for (const contact of taken) {
    const day = localDateOf(contact.toMs, zone);
    const oldest = new Map<string, WaitedContact>();
    for (const line of lines) {
      const isOpen = contact.agent === '' ? line.queue === contact.queue : takes(contact.agent, day, line.queue);
      const left = isOpen ? oldestAt(line, contact.toMs, contact) : null;
      if (left && left.fromMs < (oldest.get(line.kind)?.fromMs ?? Number.POSITIVE_INFINITY))
        oldest.set(line.kind, left);
    }
    for (const [kind, left] of oldest)
      decisions.push({day, taken: classOf(contact), left: kind, longerMs: contact.fromMs - left.fromMs});
  }
  return decisions;
}

function linesOf(contacts: readonly WaitedContact[], classOf: (contact: WaitedContact) => string): Line[] {
  const lines = new Map<string, Line>();
  for (const contact of [...contacts].sort((a, b) => a.fromMs - b.fromMs)) {
    const kind = classOf(contact);
    const key = `${contact.queue}\n${kind}`;
    const line = lines.get(key);
    if (line) line.contacts.push(contact);
    else lines.set(key, {queue: contact.queue, kind, contacts: [contact], head: 0});
  }
  return [...lines.values()];
}

/** Who had waited longest at an instant and went on waiting. Instants must come in order. */
function oldestAt(line: Line, ms: number, taken: WaitedContact): WaitedContact | null {
  const {contacts} = line;
  while (line.head < contacts.length && contacts[line.head].toMs <= ms + SLACK_MS) line.head++;
  for (let i = line.head; i < contacts.length && contacts[i].fromMs < ms - SLACK_MS; i++)
    if (contacts[i].toMs > ms + SLACK_MS && contacts[i] !== taken) return contacts[i];
  return null;
}
