/** The page at `/practice`: one self-contained document without a build step, so that it works whatever the client does. */
export const controlPage = (webhook: string, example: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Practice workspace</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
  #time { font-size: 1.6rem; font-variant-numeric: tabular-nums; margin: 0; } #ahead { margin: 0; opacity: .75; }
  .row { display: flex; flex-wrap: wrap; gap: .5rem; }
  button { font: inherit; padding: .45rem .9rem; border-radius: .5rem; border: 1px solid #8888; background: ButtonFace; color: ButtonText; cursor: pointer; }
  button:hover { border-color: currentColor; } button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  pre { padding: .75rem; border: 1px solid #8886; border-radius: .5rem; overflow-x: auto; font-size: .8rem; }
  #said { min-height: 1.5em; } .offline { color: light-dark(#a30f0f, #ff9a9a); font-weight: 600; }
</style>
</head>
<body>
<h1>Practice workspace</h1>
<p>A pretend help desk with pretend customers. Nothing here reaches WhatsApp.</p>
<p id="time">…</p>
<p id="ahead"></p>
<p id="said" role="status" aria-live="polite"></p>

<h2>Skip the clock ahead</h2>
<p>Service windows close on this clock, not on your computer's.</p>
<div class="row">
  <button data-post="clock" data-body='{"skipMs":600000}'>+10 min</button>
  <button data-post="clock" data-body='{"skipMs":3600000}'>+1 h</button>
  <button data-post="clock" data-body='{"skipMs":14400000}'>+4 h</button>
  <button data-post="clock" data-body='{"skipMs":85800000}'>+23 h 50 min</button>
</div>

<h2>Customers</h2>
<div class="row"><button data-post="customer" data-body="{}">A customer writes now</button></div>

<h2>Connection</h2>
<p>While offline, every connection of the app is cut and refused. Customers go on writing.</p>
<div class="row">
  <button data-post="outage" data-body='{"on":true,"forMs":30000}'>Go offline for 30 s</button>
  <button data-post="outage" data-body='{"on":true}'>Go offline until I come back</button>
  <button data-post="outage" data-body='{"on":false}'>Come back</button>
</div>

<h2>Send a WhatsApp webhook</h2>
<p>This is the example of WhatsApp's own documentation. WhatsApp's id of a message counts once: change it to send another.</p>
<pre id="curl">${escapeHtml(curlCommand(webhook, example))}</pre>
<div class="row"><button id="copy">Copy</button></div>

<script>
const at = (id) => document.getElementById(id);
let offset = 0;
const span = (ms) => {
  const minutes = Math.round(ms / 60000), days = Math.floor(minutes / 1440), hours = Math.floor(minutes % 1440 / 60);
  return [days && days + ' d', hours && hours + ' h', minutes % 60 + ' min'].filter(Boolean).join(' ');
};
const draw = () => { at('time').textContent = new Date(Date.now() + offset).toLocaleString([], { dateStyle: 'full', timeStyle: 'medium' }); };
const show = (state) => {
  offset = state.now - Date.now();
  at('ahead').textContent = state.skippedMs > 0 ? span(state.skippedMs) + ' ahead of your computer' : 'In step with your computer';
  if (state.outage) at('ahead').innerHTML += ' · <span class="offline">offline</span>';
  draw();
};
const read = () => fetch('/practice/state').then((answer) => answer.json()).then(show).catch(() => { at('said').textContent = 'The practice server is not running.'; });
for (const button of document.querySelectorAll('[data-post]')) button.addEventListener('click', async () => {
  const answer = await fetch('/practice/' + button.dataset.post, { method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.body }).catch(() => null);
  const state = answer && await answer.json();
  at('said').textContent = state ? state.said ?? state.error : 'The practice server is not running.';
  if (answer?.ok) show(state);
});
at('copy').addEventListener('click', () => navigator.clipboard.writeText(at('curl').textContent).then(() => { at('said').textContent = 'Copied.'; }));
setInterval(draw, 1000); setInterval(read, 5000); read();
</script>
</body>
</html>
`;

const curlCommand = (webhook: string, example: string): string =>
  `curl -X POST '${webhook}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${example}'`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The incoming text message of WhatsApp's documentation; the practice number is the one it uses. */
export const webhookExample = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
            contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' }],
            messages: [
              {
                from: '16505551234',
                id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=',
                timestamp: '1749416383',
                type: 'text',
                text: { body: 'Does it come in another color?' },
              },
            ],
          },
          field: 'messages',
        },
      ],
    },
  ],
} as const;
