/// How the pages look: light and dark as the reader's system is set, one column on narrow screens.
enum PageStyle {
    static let css = """
        :root {
          color-scheme: light dark;
          --paper: #fdfdfb; --ink: #1c1d21; --faint: #6a6d75; --line: #dcdcd6; --side: #f4f4f0; --target: #fff1a8;
          --link: #1f5fae; --quote: #9a7d1e;
          --PERSON: #f9d7e3; --ORG: #d3e3fb; --LOC: #d2efd5; --FAC: #cdeeee; --NORP: #e6dcf8; --EVENT: #fcdccb;
          --PRODUCT: #f3e6b8; --MISC: #e2e3e8;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17181c; --ink: #e4e4e0; --faint: #9a9da6; --line: #34363d; --side: #1e2025; --target: #5a4b00;
            --link: #8cb8f0; --quote: #d3b75a;
            --PERSON: #5c2740; --ORG: #213f6b; --LOC: #1f4d2b; --FAC: #164a4d; --NORP: #43306b; --EVENT: #62331c;
            --PRODUCT: #4f4314; --MISC: #3b3d45;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem; max-width: 80rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
        }
        a { color: var(--link); }
        small, .meta, footer { color: var(--faint); font-size: .85rem; }
        .meta { margin: 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; }
        .meta dd { margin: 0; }
        .legend {
          margin: 1rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem .6rem; list-style: none;
          font-size: .85rem;
        }
        main {
          display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 26rem); gap: 2rem; align-items: start;
        }
        article { max-width: 46rem; }
        article > * { white-space: pre-wrap; margin: 0 0 1rem; }
        article h1 { font-size: 1.7rem; line-height: 1.25; }
        article h2 { font-size: 1.15rem; margin-top: 1.5rem; }
        article .boilerplate { color: var(--faint); font-size: .85rem; }
        aside {
          position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 1rem 1rem;
          background: var(--side); border-radius: .5rem;
        }
        aside h2 { font-size: 1rem; margin: 1rem 0 .5rem; }
        aside ul { margin: 0; padding: 0; list-style: none; }
        aside li { padding: .4rem .3rem; border-top: 1px solid var(--line); font-size: .92rem; line-height: 1.45; }
        .name {
          color: inherit; font-weight: inherit; text-decoration: none; border-radius: .25rem; padding: .05em .2em;
        }
        a.name:hover, a.name:focus { outline: 2px solid var(--link); }
        .PERSON { background: var(--PERSON); } .ORG { background: var(--ORG); } .LOC { background: var(--LOC); }
        .FAC { background: var(--FAC); } .NORP { background: var(--NORP); } .EVENT { background: var(--EVENT); }
        .PRODUCT { background: var(--PRODUCT); } .MISC { background: var(--MISC); }
        .quote { border-bottom: 2px solid var(--quote); }
        .quote.indirect { border-bottom-style: dotted; }
        .speaker {
          display: inline-block; font-size: .72rem; line-height: 1.4; margin-left: .25rem; padding: 0 .3rem;
          border: 1px solid var(--quote); border-radius: .6rem;
          color: var(--quote); text-decoration: none; user-select: none; vertical-align: .1em;
        }
        .role, .source, .quantity, .date { color: inherit; text-decoration: underline; text-underline-offset: .2em; }
        .role { text-decoration-style: dashed; } .source { text-decoration-style: wavy; }
        .quantity { text-decoration-style: double; } .date { text-decoration-style: dotted; }
        .dateline { color: var(--faint); }
        :target { background: var(--target); scroll-margin-top: 1rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td {
          text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line);
        }
        .number { text-align: right; white-space: nowrap; }
        th, .fact { white-space: nowrap; }
        td .name { display: inline-block; margin: 0 .2rem .2rem 0; }
        @media (max-width: 56rem) {
          body { padding: 1rem; }
          main { grid-template-columns: minmax(0, 1fr); }
          aside { position: static; max-height: none; }
          thead { display: none; }
          tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
          td { display: block; border: 0; padding: 0; text-align: left; }
          td.number, td.fact { display: inline-block; margin-right: 1rem; color: var(--faint); }
          td:empty, td.fact:empty { display: none; }
          td.number::after { content: " " attr(data-unit); }
        }
        """
}
