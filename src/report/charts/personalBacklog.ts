import {printable} from '../../language/show.ts';
import type {Results} from '../../measure/results.ts';
import type {Chart} from './chart.ts';
import {pointsOf, sums} from './coarse.ts';
import {lineLayer} from './linePanel.ts';
import {MOST_PANELS} from './panels.ts';
import {panelHeight, stacked} from './stack.ts';
import {endInstant, localInstant, timeChannel, uncounted} from './timeAxis.ts';

const NAMES = {workbinItems: 'parked in workbins', inboxItems: 'in inboxes'} as const;
type Group = NonNullable<Results['personal']>['groups'][number];
const KINDS = ['workbinItems', 'inboxItems'] as const;

export const personalBacklog: Chart = {
  key: 'personal-backlog',
  title: 'Personal backlog by group',
  needs: (results) => groupsOf(results).length > 0,
  spec(results) {
    const {spans, point} = pointsOf(results.intervals.start);
    const grey = uncounted(results);
    const all = groupsOf(results);
    const groups = [...all].sort((a, b) => total(b) - total(a)).slice(0, MOST_PANELS);
    const kinds = KINDS.filter((kind) => all.some((group) => group[kind].some((count) => count > 0)));
    const left = all.length - groups.length;
    const at = spans.map(({first}) => localInstant(results.intervals.start[first] ?? ''));
    return stacked(
      this.title,
      [
        `Items agents have of their own, not in hand; mean over each ${point}${left > 0 ? `; the ${MOST_PANELS} largest of ${all.length} groups` : ''}`,
        ...(grey.note === '' ? [] : [grey.note]),
      ],
      groups.map((group, i) => {
        const x = timeChannel(results, i === groups.length - 1);
        const lines = kinds.map((kind) => ({
          name: NAMES[kind],
          step: true,
          values: sums(group[kind], spans).map((sum, k) => sum / ((spans[k]?.end ?? 0) - (spans[k]?.first ?? 0))),
        }));
        return {
          name: printable(group.group, 60),
          layer: [
            ...grey.layers(x),
            lineLayer(
              at,
              lines,
              kinds.map((kind) => NAMES[kind]),
              x,
              {axis: {title: 'items', tickCount: 4}, scale: {zero: true, nice: true}},
              endInstant(results),
            ),
          ],
        };
      }),
      panelHeight(groups.length),
    );
  },
};

const total = (group: Group): number => KINDS.reduce((sum, kind) => sum + group[kind].reduce((a, b) => a + b, 0), 0);
const groupsOf = ({personal}: Results): readonly Group[] => personal?.groups.filter((group) => total(group) > 0) ?? [];
