/**
 * Which certificate of the system's store is shown to a server that asks for one. Left alone, Electron shows the first one to
 * anybody (docs/api/app.md, `select-client-certificate`).
 */
import { words } from '../../shared/notify/words.ts';
import type { AppLike, ElectronSurface } from './surface.ts';
import type { Say } from './say.ts';

export interface CertificateChoice {
  readonly app: AppLike;
  readonly dialog: ElectronSurface['dialog'];
  readonly say: Say;
}

/** One is shown, of several the person chooses, once for each server and run. None is shown to who is not chosen for. */
export function chooseClientCertificates({ app, dialog, say }: CertificateChoice): void {
  const chosen = new Map<string, Promise<string | null>>();
  const choose = async (host: string, list: readonly Electron.Certificate[]): Promise<string | null> => {
    const [only, second] = list;
    if (only === undefined) return null;
    if (second === undefined) return only.fingerprint;
    const names = list.map(({ subjectName, issuerName }) => `${subjectName} (${issuerName})`);
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: say(words('network.chooseCertificate', { host })),
      buttons: [...names, say(words('network.chooseCertificate.none'))],
      cancelId: names.length,
      defaultId: 0,
      noLink: true,
    });
    return list[response]?.fingerprint ?? null;
  };
  app.on('select-client-certificate', (event, _contents, url, list, answer) => {
    event.preventDefault();
    const host = hostOf(url);
    const choice = chosen.get(host) ?? choose(host, list);
    chosen.set(host, choice);
    const found = choice.then((fingerprint) => list.find((each) => each.fingerprint === fingerprint));
    found.then(
      (certificate) => answer(certificate),
      () => answer(),
    );
  });
}

/** Electron passes an address for a page and `host:port` for its own requests. */
function hostOf(url: string): string {
  return URL.parse(url)?.host || url;
}
