import type {HandedTo} from '../demand/context.ts';
import {directOf, type RouteTable} from './routes.ts';

/** Routes of items that are handed over, found again without their names: by whom to, process and channel, and credit. */
export class SentRoutes {
  readonly #routes: RouteTable;
  readonly #channels: number;
  readonly #met = new Map<HandedTo, Map<number, Map<number, number>>>();

  constructor(routes: RouteTable, channels: number) {
    this.#routes = routes;
    this.#channels = channels;
  }

  routeOf(to: HandedTo, process: number, channel: number, creditMs: number): number {
    const place = process * this.#channels + channel;
    const known = this.#met.get(to)?.get(place)?.get(creditMs);
    if (known !== undefined) return known;
    const route = this.#routes.idOf({process, channel, creditMs, direct: directOf(to)});
    const ofTo = this.#met.get(to) ?? new Map<number, Map<number, number>>();
    const ofPlace = ofTo.get(place) ?? new Map<number, number>();
    this.#met.set(to, ofTo.set(place, ofPlace.set(creditMs, route)));
    return route;
  }
}
