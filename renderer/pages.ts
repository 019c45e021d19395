import type { ComponentType } from 'react';
import { DiagnosticsPage } from './features/diagnostics/diagnostics-page.tsx';
import { OutboxPage } from './features/outbox/outbox-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import type { Page } from './state/store.ts';

/** What fills the window besides the inbox. Each is a `renderer/features/<name>/<name>-page.tsx`. */
export const pages: Partial<Record<Exclude<Page, 'inbox'>, ComponentType>> = {
  outbox: OutboxPage,
  settings: SettingsPage,
  diagnostics: DiagnosticsPage,
  'sign-in': SignInPage,
};
