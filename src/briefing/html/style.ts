/** The style of the HTML form. No red anywhere; colour is for what is certain, grey for what is probable. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fffefb;--ink:#1b1b19;--soft:#5f5d57;--faint:#8b8880;--rule:#d9d5cb;--wash:#f4f1e9;--certain:#0b5a8a;--certain-wash:#d9e8f2}
@media (prefers-color-scheme:dark){:root{--paper:#151617;--ink:#ece9e2;--soft:#b3afa6;--faint:#8f8c84;--rule:#3a3a38;--wash:#1f2021;--certain:#86bfe6;--certain-wash:#1d3442}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:2.2rem 1.1rem 4rem}
h1{font-size:2.1rem;line-height:1.14;margin:.2rem 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.32rem;line-height:1.2;margin:3rem 0 .7rem;padding-top:.7rem;border-top:3px solid var(--ink)}
h3{font-size:1.02rem;margin:1.6rem 0 .4rem}
p{margin:.5rem 0}
a{color:inherit;text-decoration-color:var(--faint);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--certain);outline-offset:2px}
.kicker,.meta,table,.fine,figcaption,nav,.key,dl{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.kicker{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0}
.question{font-style:italic;color:var(--soft);font-size:1.08rem;margin:.2rem 0 1.4rem}
.answer{font-size:1.5rem;line-height:1.32;margin:1.2rem 0;padding:1rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);text-wrap:pretty}
.answer .ref{font-weight:700}
.ref{text-decoration:none;border-bottom:1px solid var(--faint)}
.ref sup{font:600 .62em/0 system-ui,sans-serif;color:var(--soft);margin-left:.12em}
.fine{font-size:.84rem;line-height:1.45;color:var(--soft)}
.fine li,.fine p{margin:.25rem 0}
.meta{font-size:.82rem;color:var(--soft);margin:.15rem 0}
ul,ol{padding-left:1.2rem}
nav{font-size:.86rem;color:var(--soft)}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin:.4rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.35;margin:.6rem 0}
caption{text-align:left;font-weight:600;padding:.2rem 0}
th{font-weight:600;text-align:left;color:var(--soft);border-bottom:1px solid var(--ink);padding:.25rem .6rem .25rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--rule);padding:.32rem .6rem .32rem 0;vertical-align:top}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tr.all td{font-weight:600;border-bottom:1px solid var(--ink)}
.probable{color:var(--soft)}
.mark{font:600 .72rem/1.3 system-ui,sans-serif;letter-spacing:.02em;border:1px solid currentColor;border-radius:2px;padding:.06em .4em;white-space:nowrap}
table.said td:first-child{width:44%}table.said td:nth-child(2){width:17%}table.said .mark{white-space:normal;display:inline-block}
.mark.firm{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.mark.grey{color:var(--soft);border-style:dashed}
ol.findings{list-style:none;padding:0;margin:0}
ol.findings>li{padding:.8rem 0 .7rem;border-bottom:1px solid var(--rule)}
ol.findings>li{display:grid;grid-template-columns:4.6rem 1fr;gap:0 .6rem}
ol.findings p{margin:.1rem 0}
.count{white-space:nowrap;font-size:1.3rem;line-height:1.25;font-variant-numeric:tabular-nums}
.finding{font-size:1rem;line-height:1.42}
.reply{border-left:3px solid var(--rule);padding-left:.8rem;margin:.5rem 0}
blockquote{font-family:Charter,"Bitstream Charter",Georgia,serif;font-size:1.02rem;margin:.3rem 0;padding-left:.9rem;border-left:3px solid var(--rule);font-style:italic}
figure{margin:1.6rem 0}
figcaption{font-size:.86rem;margin-bottom:.5rem}
figcaption b{font-size:.98rem}
svg{display:block;width:100%;height:auto}
svg text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
svg .soft{fill:var(--soft)}
svg .line{stroke:var(--rule);stroke-width:1;fill:none}
svg .axis{stroke:var(--soft);stroke-width:1;fill:none}
svg .event{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:3 3;fill:none}
svg .disc{fill:var(--ink)}
svg .disc-text{fill:var(--paper);font-weight:700}
svg .window{fill:var(--wash)}
svg .full{fill:var(--certain);stroke:var(--paper);stroke-width:.7}
svg .ring{fill:var(--paper);stroke:var(--certain);stroke-width:1.6}
svg .maybe{fill:var(--paper);stroke:var(--faint);stroke-width:1.4;stroke-dasharray:2 1.4}
svg .maybe-line{stroke:var(--faint);stroke-width:2;stroke-dasharray:2 2}
svg .hatch-line{stroke:var(--soft);stroke-width:1.2}
svg .cover{fill:var(--soft)}
svg .frame{fill:none;stroke:var(--soft);stroke-width:.8}
.wide{display:block}.narrow{display:none}
.key{font-size:.8rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0;margin:.5rem 0}
.key svg{display:inline-block;width:1.6em;height:1em;vertical-align:-.12em}
details{font-size:.86rem;margin:.4rem 0}
summary{cursor:pointer;font-family:system-ui,sans-serif;color:var(--soft)}
ol.notes{list-style:none;padding:0;counter-reset:none}
ol.notes>li{border-top:1px solid var(--rule);padding:.8rem 0 .4rem;scroll-margin-top:.5rem}
.number{font:700 .86rem system-ui,sans-serif;margin-right:.45em}
:target{background:var(--certain-wash);box-shadow:0 0 0 .35rem var(--certain-wash)}
article.passage{border-top:1px solid var(--rule);padding:.8rem 0;scroll-margin-top:.5rem}
article.passage h3{margin:0 0 .2rem}
pre,code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.78rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);padding:.6rem .7rem;margin:.4rem 0;line-height:1.42}
.around{color:var(--soft);font-size:.82rem;margin:.2rem 0}
dl{font-size:.8rem;color:var(--soft);display:grid;grid-template-columns:auto 1fr;gap:.1rem .7rem;margin:.3rem 0}
dt{font-weight:600}dd{margin:0}
.blank{border:1px solid var(--soft);min-height:5.5rem;margin:.4rem 0 .2rem;padding:.3rem .5rem;color:var(--faint);font-size:.8rem}
@media (max-width:600px){body{font-size:16px}main{padding-top:1.2rem}h1{font-size:1.6rem}ol.findings>li{grid-template-columns:3.4rem 1fr}.count{font-size:1rem}table.said td:first-child,table.said td:nth-child(2){width:auto}.answer{font-size:1.24rem}.wide{display:none}.narrow{display:block}
table.stack thead{display:none}table.stack,table.stack tbody,table.stack tr,table.stack td{display:block;width:100%}
table.stack tr{border-bottom:1px solid var(--rule);padding:.35rem 0}table.stack td{border:0;padding:.05rem 0}table.stack td[data-h]::before{content:attr(data-h) " ";color:var(--faint);font-size:.92em}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--faint:#777;--rule:#bbb;--wash:#f3f3f3;--certain:#0b4f7a;--certain-wash:#fff}
@page{size:A4;margin:18mm 16mm}body{font-size:10pt}main{max-width:none;padding:0}nav,summary{display:none}.answer{font-size:14pt}h1{font-size:20pt}
h2,h3,figcaption{break-after:avoid}figure,article.passage,ol.findings>li,tr{break-inside:avoid}.wide{display:block}.narrow{display:none}}
`;
