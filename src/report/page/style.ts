import {DARK, DARK_PAGE} from '../theme.ts';

const DARK_COLOURS = `--ink:#e8ecf0;--muted:#a9b4be;--line:#36404a;--page:${DARK_PAGE};--panel:#1c2229;--good:#5fd39a;--bad:#ff8a80;--doubt:#f0bd5e;color-scheme:dark`;

/** Dark colours of the page and of the drawings in it, where `root` holds. */
const dark = (root: string): string =>
  [
    `${root}{${DARK_COLOURS}}`,
    ...Object.entries(DARK).map(
      ([light, instead]) =>
        `${root} svg [fill="${light}"]{fill:${instead}}${root} svg [stroke="${light}"]{stroke:${instead}}`,
    ),
  ].join('\n');

/** The whole style of the page: light and dark, wide and narrow, screen and paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2933;--muted:#5a6672;--line:#dde2e7;--page:#fff;--panel:#f6f8fa;
--good:#0b6b3a;--bad:#9c1c1c;--doubt:#8a5a00}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,'DejaVu Sans',Verdana,sans-serif}
main,header,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;margin:2.5rem 0 .5rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0;max-width:58rem;overflow-wrap:anywhere}
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
.still.replaced{display:none}
.exports,.controls{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;font-size:.87rem}
.controls{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line);padding:.5rem 0}
.controls span{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}
.names{position:relative}
.names>div{position:absolute;z-index:3;background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.5rem .8rem;max-height:60vh;overflow:auto;min-width:16rem}
.names label,.names strong{display:block}.names strong:not(:first-of-type){margin-top:.5rem}
button,input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--muted);border-radius:.3rem;padding:.1rem .5rem}
button:disabled{opacity:.55}
button.sort{border:0;background:none;padding:0;font-weight:600;cursor:pointer;white-space:nowrap}
th[aria-sort=ascending] .sort::after{content:' \\2191'}th[aria-sort=descending] .sort::after{content:' \\2193'}
:focus-visible{outline:3px solid #d1660a;outline-offset:2px}
.tall{max-height:24rem;overflow:auto}
.rows thead th{position:sticky;top:0;background:var(--page);z-index:1}
.rows td{white-space:nowrap}.rows td.left{max-width:18rem;overflow:hidden;text-overflow:ellipsis}
.rows tr[aria-hidden]{border:0}
.data summary{cursor:pointer;font-size:.87rem;color:var(--muted)}
#vg-tooltip-element{font-family:inherit;font-size:.8rem}
@media screen{
${dark(':root[data-theme=dark]')}
}
@media screen and (prefers-color-scheme:dark){
${dark(':root:not([data-theme=light])')}
}
@media print{body{font-size:10pt}th,th.right{white-space:normal}nav,.controls,.exports,.data,.live{display:none}.still.replaced{display:block}button.sort{color:inherit}figure,tr,section>h2,section>h3{break-inside:avoid}h2,h3{break-after:avoid}
figure svg{min-width:0;max-height:23cm}.scroll{overflow:visible}}
`;
