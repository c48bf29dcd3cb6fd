import {DARK} from '../theme.ts';

const dark = Object.entries(DARK)
  .map(([light, instead]) => `svg [fill="${light}"]{fill:${instead}}svg [stroke="${light}"]{stroke:${instead}}`)
  .join('\n');

/** The whole style of the page: light and dark, wide and narrow, screen and paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2933;--muted:#5a6672;--line:#dde2e7;--page:#fff;--panel:#f6f8fa;
--good:#0b6b3a;--bad:#9c1c1c;--doubt:#8a5a00}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,'DejaVu Sans',Verdana,sans-serif}
main,header,footer{max-width:58rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0;overflow-wrap:anywhere}
.note,header p,footer{color:var(--muted);font-size:.87rem}
.verdicts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0;padding:0;list-style:none}
.verdicts li{border:2px solid currentColor;border-radius:.4rem;padding:.2rem .7rem;font-weight:600}
.met{color:var(--good)}.missed{color:var(--bad)}.undecided,.nothing{color:var(--doubt)}
tr.met td:first-child,tr.missed td:first-child,tr.undecided td:first-child,tr.nothing td:first-child{font-weight:600;color:inherit}
tr.met td,tr.missed td,tr.undecided td,tr.nothing td{color:var(--ink)}
tr.met td:first-child{color:var(--good)}tr.missed td:first-child{color:var(--bad)}
tr.undecided td:first-child,tr.nothing td:first-child{color:var(--doubt)}
.scroll{overflow-x:auto;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;width:100%;font-size:.87rem;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{font-weight:600;border-bottom:2px solid var(--muted);white-space:nowrap}
th.right,td.right{text-align:right;white-space:nowrap}
td.left{max-width:22rem;overflow-wrap:break-word}
figure{margin:1.5rem 0;padding:0;border-top:1px solid var(--line)}
figure svg{display:block;width:100%;max-width:50rem;height:auto;min-width:34rem}
nav{font-size:.9rem;margin:.5rem 0}
nav a{margin-right:.9rem}
a{color:inherit}
ul.warnings{padding-left:1.1rem}ul.warnings ul{color:var(--muted);font-size:.87rem}
li{overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.87rem}
dt{font-weight:600}dd{margin:0;color:var(--muted)}
@media (max-width:40rem){dl{display:block}dd{margin-bottom:.4rem}}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e8ecf0;--muted:#a9b4be;--line:#36404a;--page:#14181d;--panel:#1c2229;--good:#5fd39a;--bad:#ff8a80;--doubt:#f0bd5e}
${dark}
}
@media print{body{font-size:10pt}nav{display:none}figure,tr,section>h2,section>h3{break-inside:avoid}h2,h3{break-after:avoid}
figure svg{min-width:0;max-height:23cm}.scroll{overflow:visible}}
`;
