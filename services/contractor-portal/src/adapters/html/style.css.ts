/** Inline, because one request is all that a phone in a cellar can make. Contrast 4.5:1 or better; targets 48 px or more. */
export const style = `
:root{color-scheme:light;--ink:#14222c;--soft:#4b5b68;--line:#d3dce3;--edge:#6d7e8b;--bg:#eef3f5;--brand:#0a5a68;--dark:#07434e;--tint:#e3f1f3;--red:#b1121b;--pink:#fdecec;--green:#11633a;--mint:#e5f5ec}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--brand);text-underline-offset:.15em}
:focus-visible{outline:3px solid #d9730d;outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.75rem 1rem;z-index:1}
header,main,footer{max-width:68rem;margin:0 auto;padding:0 1rem}
.top{background:var(--dark);color:#fff}
header{display:flex;flex-wrap:wrap;gap:.1rem 1rem;justify-content:space-between;align-items:baseline;padding-top:.9rem;padding-bottom:.9rem}
header p{margin:0}
.agency{font-weight:700;font-size:1.15rem}
.ref{color:#d7ecef}
.help{display:inline-block;color:#fff;font-weight:700;padding:.75rem 0 .75rem 1rem;margin:-.75rem 0}
main{padding-top:1rem}
h1{font-size:1.6rem;line-height:1.2;margin:.25rem 0 .5rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.1rem 0 .15rem;color:var(--soft)}
p{margin:0 0 .75rem}
.card{background:#fff;border:1px solid var(--line);border-radius:14px;padding:1.15rem;margin:0 0 1rem;box-shadow:0 1px 2px #14222c0f}
.urgent{display:block;background:var(--red);color:#fff;font-weight:800;font-size:1.5rem;letter-spacing:.1em;text-align:center;border-radius:12px;padding:.6rem;margin:0 0 1rem}
.state{display:inline-block;background:var(--tint);color:var(--dark);font-weight:600;border-radius:99px;padding:.15rem .8rem;margin:0 0 .4rem}
.note{border-left:6px solid var(--green);background:var(--mint)}
.bad{border-left:6px solid var(--red);background:var(--pink)}
.note p,.bad p,.bad ul,.meet p,.pre{margin-bottom:0}
.bad ul{list-style:none;padding:0}
.bad li a{color:var(--red);display:block;padding:.6rem 0}
.pre{white-space:pre-line}
.soft,.hint{color:var(--soft)}
.pre+.after{margin-top:.75rem}
.hint{font-size:.94rem;margin:0 0 .35rem}
.meet{border-left:6px solid var(--brand)}
.meet strong{font-size:1.2rem;display:block}
.meet strong:first-letter{text-transform:uppercase}
ul.plain{list-style:none;padding:0;margin:0}
.plain li+li{border-top:1px solid var(--line)}
.line{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.25rem;padding:.4rem 0;font-weight:600;text-decoration:none}
.thumb{width:72px;height:54px;flex:none;object-fit:cover;border-radius:8px;background:var(--bg)}
.thumb+b{flex:1}
.mark{border:1px solid currentColor;border-radius:99px;padding:0 .6rem;font-size:.85em}
.line b{font-weight:600;text-decoration:underline}
.line span{color:var(--soft);font-weight:400;font-size:.94rem;white-space:nowrap}
.call{display:inline-flex;align-items:center;min-height:3rem;padding:.35rem 1.1rem;margin:.35rem .5rem .35rem 0;border:2px solid var(--brand);border-radius:10px;font-weight:700;text-decoration:none;background:#fff}
.btn{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.5rem;padding:.6rem 1rem;border:2px solid var(--brand);border-radius:12px;background:var(--brand);color:#fff;font:inherit;font-weight:700;font-size:1.1rem;text-align:center;text-decoration:none;cursor:pointer}
.btn:hover{background:var(--dark)}
.btn.alt{background:#fff;color:var(--brand)}
.btn.no{background:#fff;color:var(--red);border-color:var(--red)}
.btn.alt:hover,.call:hover{background:var(--tint)}
.btn.no:hover{background:var(--pink)}
label,legend{display:block;font-weight:600;margin:0 0 .25rem}
.field{margin:0 0 1.1rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:0 1rem}
.pair:has(.err){display:block}
fieldset{border:0;border-top:1px solid var(--line);margin:0;padding:.5rem 0 0}
legend{padding:0 .75rem 0 0}
input,select,textarea{width:100%;min-height:3.25rem;padding:.6rem .75rem;border:2px solid var(--edge);border-radius:10px;background:#fff;color:inherit;font:inherit}
textarea{min-height:6rem;resize:vertical}
input[type=file]{border-style:dashed;background:var(--bg)}
::file-selector-button{min-height:2rem;border:0;border-radius:8px;background:var(--brand);color:#fff;font:inherit;font-weight:600;padding:.25rem .9rem;margin-right:.75rem}
[aria-invalid]{border-color:var(--red)}
.err{color:var(--red);font-weight:600;margin:0 0 .35rem}
.kept{display:flex;gap:.75rem;align-items:center;min-height:3rem;margin:0 0 .5rem;line-height:1.3;font-weight:400}
.kept input{width:1.6rem;min-height:1.6rem;flex:none;accent-color:var(--brand)}
.card>*+section{margin-top:1.1rem}
form+form,section>section+section{margin-top:1rem;padding-top:1rem;border-top:1px solid var(--line)}
.btn+.btn{margin-top:.75rem}
summary{cursor:pointer;min-height:3rem;display:flex;align-items:center;gap:.6rem;font-weight:700;color:var(--brand);font-size:1.1rem}
summary:before{content:"+";font-size:1.5rem}
[open]>summary:before{content:"–"}
details{margin-top:.75rem}
details form{padding-top:.75rem}
.talk{list-style:none;margin:0;padding:0}
.talk>li{background:var(--bg);border-radius:12px;padding:.7rem .9rem;margin:0 1.5rem .6rem 0}
.talk>.mine{background:var(--tint);margin:0 0 .6rem 1.5rem}
.sum{font-size:1.5rem;font-weight:800;margin:0 0 .25rem}
.compare{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:0 1rem;align-items:start}
footer{color:var(--soft);font-size:.94rem;padding-bottom:2rem}
@media(min-width:62rem){.cols{display:grid;grid-template-columns:1fr 27rem;gap:0 1.5rem;align-items:start}.side{grid-column:2;grid-row:1}.go{display:none}main{padding-top:1.75rem}h1{font-size:2rem}}
`;
