import type { ComponentType } from 'react';
import { DiagnosticsPage } from './features/diagnostics/diagnostics-page.tsx';
import { IntroPage } from './features/intro/intro-page.tsx';
import { OutboxPage } from './features/outbox/outbox-page.tsx';
import { SearchPage } from './features/search/search-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { StartPage } from './features/start/start-page.tsx';
import type { Page } from './state/store.ts';

/** What fills the window besides the inbox. Each is a `renderer/features/<name>/<name>-page.tsx`. */
export const pages: Readonly<Record<Exclude<Page, 'inbox'>, ComponentType>> = {
  search: SearchPage,
  start: StartPage,
  intro: IntroPage,
  outbox: OutboxPage,
  settings: SettingsPage,
  diagnostics: DiagnosticsPage,
  'sign-in': SignInPage,
};
