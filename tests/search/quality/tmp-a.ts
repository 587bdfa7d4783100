import { analyse } from '../../../packages/search/src/dutch/analyse.ts';
for (const t of process.argv.slice(2)) console.log(t, JSON.stringify(analyse(t,{literal:false}).groups.map(g=>[g.words.map(w=>w.plain+'/'+w.variants).join(' '),g.role,g.labels.length,g.near.length,g.parts.length])));
