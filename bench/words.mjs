// What of docs/performance.md is not measured by a bench here: what others reach, and how one fools oneself.

export const PEERS = `## What others reach

Of the programs and libraries people use for this, measured on the same three workloads on another two-core machine, items a
CPU-second with start-up removed; every one agrees with the exact or reference values. Millions:

| program | W1 | W2 | W3 |
| --- | --: | --: | --: |
| C++, written for the one workload | 5.6 | 3.65 | 2.8 |
| JavaScript, written for the one workload: the ceiling | 3.9 | 2.36 | 1.80 |
| SSJ (Java), its event list alone | 1.75 | | |
| ContactCenters (Java), a full library | 1.12 | 0.26 | |
| JavaScript with an object an item, each kept | 0.70 | | |
| Callcenter Simulator 6.2 (Java), a full product, on its own examples | 0.6 | | |
| simjs (JavaScript) | 0.53 | | |
| SimPy (Python) | 0.074 | 0.077 | 0.062 |
| simmer (R) | 0.075 | | |
| Ciw (Python) | 0.020 | | |
| simscript (JavaScript) | 0.019 | | |
| salabim (Python) | 0.003 | | |

Of the ceiling the nearest full library has 0.29 on W1 and 0.11 on W2, SimPy 0.02 to 0.03. The slow ones look at everything at
every event: at all events to find the next, at all customers and servers, at all who wait once more for each who is free.
A library that rescans loses four times its speed from W1 to W2, typed arrays less than two.`;

export const TRAPS = `## Traps of measuring

- **One pair says nothing.** Single ratios of the same two programs ranged from 0.3 to 1.2 on a shared machine. Programs take turns,
  ratios are within a turn, and the median of the turns is shown with the least and the most.
- **Elapsed time measures the neighbours.** Costs are CPU time, user and system. Only where elapsed time is the point, start-up and
  two cores, it stands, and wants a quiet machine: the load at the end of each bench is in the last table.
- **CPU time has helpers in it.** V8 compiles and collects on threads of their own, which spin where cores are short: a busy
  machine adds a third to the CPU time of a short run. A second worker thread compiles the same hot code again.
- **Start-up hides in short runs, warm code in long ones.** Hence two sizes and their difference, with the whole process beside it.
- **The order of sizes.** The cost of a small backlog measured before the code is warm and of a large one after it makes the curve
  look flat. All sizes of a form live in one process and are measured in turns.
- **A backlog that walks.** With random arrivals and handle times a backlog of 100 is soon 700. Here arrivals are evenly spaced and
  handle times vary little, and what waits at the end is kept with the figures.
- **Nothing to choose.** Where an agent is nearly always free nobody waits, and any engine is fast. Backlogs are measured with every
  agent busy; crowds of agents at the same load at every size.
- **Draws are part of it.** Drawing an exponential takes 14 to 20 ns, nearly all of it the logarithm; a slow generator is a third of
  the time of W1. The engine is measured with the draws of the ceiling, the product with its own, which are keyed by name.
- **Equal output first.** A program that does less is faster. The truth of the workloads' results is tested apart, in the
  [validation](validation.md); replications on two threads are compared byte by byte while they are timed.
- **Peak memory is of the whole process**, with the program itself, which takes about 50 MB before the first event.`;
