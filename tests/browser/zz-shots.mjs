import { chromium } from '@playwright/test';
const base='http://localhost:3200';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const [,, ...specs]=process.argv;
for(const spec of specs){ const [name,path,w='1440',scheme='light',who='']=spec.split('|');
 const c=await b.newContext({viewport:{width:+w,height:900},colorScheme:scheme}); const p=await c.newPage();
 if(who){ await p.goto(base+'/inloggen'); await p.fill('input[name=address]',who); await p.fill('input[name=password]','samen-op-het-plein'); await p.click('form button[type=submit]:has-text("Inloggen")'); await p.waitForLoadState('networkidle'); }
 let target=path; if(path.startsWith('first:')){ const [,list,sel]=path.split(':'); await p.goto(base+list); target=await p.locator(sel).first().getAttribute('href'); }
 const r=await p.goto(target.startsWith('http')?target:base+target); await p.waitForLoadState('networkidle'); await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true}); console.log(name, r?.status(), p.url()); await c.close(); }
await b.close();
