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
        header h1 { font-size: 1.7rem; line-height: 1.25; margin: .5rem 0; }
        .meta { margin: 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; }
        .meta dd { margin: 0; }
        .facts {
          position: sticky; top: 0; z-index: 1; margin: .8rem 0 0; padding: .35rem 0; display: flex; gap: 0 1rem;
          overflow-x: auto; white-space: nowrap; background: var(--paper); border-bottom: 1px solid var(--line);
          font-size: .92rem;
        }
        .facts .totext { display: none; }
        .legend {
          margin: .8rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem .6rem; list-style: none;
          font-size: .8rem;
        }
        main {
          display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 26rem); gap: 2rem; align-items: start;
        }
        article { max-width: 46rem; }
        article, h2, li, .quote { scroll-margin-top: 3.2rem; }
        article > * { white-space: pre-wrap; margin: 0 0 1rem; }
        article h1 { font-size: 1.7rem; line-height: 1.25; }
        article h2 { font-size: 1.15rem; margin-top: 1.5rem; }
        article .boilerplate { color: var(--faint); font-size: .85rem; }
        aside {
          position: sticky; top: 2.6rem; max-height: calc(100vh - 2.6rem); overflow-y: auto; padding: 0 1rem 1rem;
          background: var(--side); border-radius: .5rem;
        }
        aside h2 { font-size: 1rem; margin: 1rem 0 .5rem; }
        aside ul { margin: 0; padding: 0; list-style: none; }
        aside li { padding: .4rem .3rem; border-top: 1px solid var(--line); font-size: .92rem; line-height: 1.45; }
        aside summary { cursor: pointer; }
        aside li li { padding: .1rem 0 .1rem .8rem; border: 0; }
        .name {
          color: inherit; font-weight: inherit; text-decoration: none; border-radius: .25rem; padding: .05em .2em;
          box-decoration-break: clone; -webkit-box-decoration-break: clone;
        }
        a.name:hover, a.name:focus { outline: 2px solid var(--link); }
        .PERSON { background: var(--PERSON); } .ORG { background: var(--ORG); } .LOC { background: var(--LOC); }
        .FAC { background: var(--FAC); } .NORP { background: var(--NORP); } .EVENT { background: var(--EVENT); }
        .PRODUCT { background: var(--PRODUCT); } .MISC { background: var(--MISC); }
        .quote { border-bottom: 2px solid var(--quote); }
        .quote.indirect { border-bottom-style: dotted; }
        .speaker {
          font-size: .72rem; margin-left: .25rem; padding: 0 .3rem; border: 1px solid var(--quote);
          border-radius: .6rem; color: var(--quote); text-decoration: none; user-select: none; vertical-align: .1em;
        }
        .speaker.inferred { border-style: dashed; }
        .role, .source, .quantity, .date { color: inherit; text-decoration: underline; text-underline-offset: .2em; }
        .role { text-decoration-style: dashed; } .source { text-decoration-style: wavy; }
        .quantity { text-decoration-style: double; } .date { text-decoration-style: dotted; }
        .dateline { color: var(--faint); }
        :target { background: var(--target); }
        #text:target, h2:target { background: none; }
        body:has(.index) { max-width: 104rem; }
        .groups { margin: .8rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; list-style: none; }
        .index { table-layout: fixed; border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5; }
        .index th, .index td {
          text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); text-decoration: none;
          overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-weight: inherit;
        }
        .index th, .index .date, .index .source, .index .number { color: var(--faint); }
        .index th.date { width: 6.5rem; } .index th.source { width: 14rem; } .index th.top { width: 24%; }
        .index th.number { width: 5.8rem; }
        .index .number { text-align: right; }
        @media (max-width: 56rem) {
          body { padding: 1rem; }
          main { grid-template-columns: minmax(0, 1fr); }
          aside { position: static; max-height: none; }
          .facts .totext { display: inline; }
          .index thead, .index td.top, .index td:empty { display: none; }
          .index, .index tbody { display: block; }
          .index tr { display: flex; flex-wrap: wrap; gap: 0 .6rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
          .index td { padding: 0; border: 0; font-size: .76rem; line-height: 1.4; }
          .index td.title {
            order: -1; flex: 0 0 100%; font-size: .95rem; white-space: normal; display: -webkit-box;
            -webkit-box-orient: vertical; -webkit-line-clamp: 2;
          }
          .index td.source { max-width: 6.2rem; }
          .index td.number::after { content: " " attr(data-unit); }
        }
        @media print { .facts, .legend { display: none; } aside { position: static; max-height: none; } }
        """
}
